import type { Tx } from '../history/write.ts';

/** A list of a record, by its name in the API. */
export interface ListOfRecord {
  recordId: string;
  field: string;
}

/**
 * Warns if a list gets shorter. A list in an update replaces the whole list, which is easily
 * overlooked by a client that wants to add one item.
 */
export function warnIfShortened(
  { warnings }: Tx,
  { recordId, field }: ListOfRecord,
  before: number,
  after: number,
): void {
  if (after >= before) return;
  const items = before === 1 ? '1 item' : `${before} items`;
  warnings.push({
    code: 'LIST_SHORTENED',
    message: `${field} had ${items} and has ${after} now. A list replaces the whole list.`,
    recordId,
  });
}
