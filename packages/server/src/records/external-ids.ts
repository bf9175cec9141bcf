import type { Tx } from '../history/write.ts';
import { badInput, conflict, type Path } from '../values/errors.ts';
import { idOf, newKey } from '../values/ids.ts';
import type { RecordName } from '../values/record-types.ts';
import { ExternalId, type ExternalIdInput } from './external-id.entity.ts';
import { byExternalId } from './writing.ts';

/** Makes these the record's ids in other systems. @throws Refusal CONFLICT naming the record that has one already. */
export async function setExternalIds(
  tx: Tx,
  type: RecordName,
  key: string,
  ids: readonly ExternalIdInput[] | null | undefined,
  path: Path,
): Promise<void> {
  if (ids === undefined) return;
  const wanted = ids ?? [];
  const owner = `${type.toLowerCase()}Id`;
  for (const [i, id] of wanted.entries()) {
    const at = [...path, i, 'value'];
    if (/^https?:\/\//i.test(id.value))
      throw badInput({
        path: at,
        message: 'A URL is no external id: reprints share one. Put it in `url`.',
      });
    if (wanted.findIndex((each) => same(each, id)) < i)
      throw badInput({ path: at, message: `${id.system} ${id.value} stands here twice.` });
    const other = await byExternalId(tx, type, id);
    if (other && other !== idOf(type, key))
      throw conflict(at, `${id.system} ${id.value} is ${other} already.`);
  }
  const present = await tx.manager.find(ExternalId, { where: { [owner]: key } });
  const gone = present.filter((each) => !wanted.some((id) => same(each, id)));
  const fresh = wanted.filter((id) => !present.some((each) => same(each, id)));
  if (gone.length > 0)
    await tx.manager.delete(
      ExternalId,
      gone.map((each) => each.id),
    );
  if (fresh.length > 0)
    await tx.manager.insert(
      ExternalId,
      fresh.map(({ system, value }) => ({ id: newKey(), system, value, [owner]: key })),
    );
}

const same = (one: ExternalIdInput, other: ExternalIdInput): boolean =>
  one.system === other.system && one.value === other.value;
