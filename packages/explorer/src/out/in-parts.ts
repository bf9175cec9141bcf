const partSize = 50;

/** Reads records by their ids, some at a time, and joins them. */
export async function inParts<Id, Record>(
  ids: readonly Id[],
  read: (part: Id[]) => Promise<readonly Record[]>,
): Promise<Record[]> {
  const records: Record[] = [];
  for (let i = 0; i < ids.length; i += partSize)
    records.push(...(await read(ids.slice(i, i + partSize))));
  return records;
}
