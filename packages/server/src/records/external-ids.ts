import type { Tx } from '../history/write.ts';
import type { Path } from '../values/errors.ts';
import { idOf, newKey } from '../values/ids.ts';
import { type RecordName, recordTypes } from '../values/record-types.ts';
import { ExternalId, type ExternalIdInput } from './external-id.entity.ts';
import type { InputParser } from './input-parser.ts';
import { rowsOf } from './rows.ts';
import { warnIfShortened } from './warn-shortened.ts';

export const isSame = (one: ExternalIdInput, other: ExternalIdInput): boolean =>
  one.system === other.system && one.value === other.value;

/** Parses a record’s external ids. Null clears them. */
export function parseExternalIds(
  parser: InputParser,
  type: RecordName,
  inputs: readonly ExternalIdInput[] | null | undefined,
  path: Path,
): ExternalIdInput[] | undefined {
  return parser.list(inputs, path, (input, at) => parseExternalId(parser, type, input, at));
}

function parseExternalId(
  parser: InputParser,
  type: RecordName,
  { system, value }: ExternalIdInput,
  path: Path,
): ExternalIdInput {
  const wanted = { type, system, value, path: [...path, 'value'] };
  refuseUrl(parser, wanted, path);
  if (parser.externalIds.some((each) => each.type === type && isSame(each, wanted)))
    parser.issues.add(wanted.path, `${system} ${value} is given twice.`);
  else if (!parser.issues.has(path)) parser.externalIds.push(wanted);
  return { system, value };
}

export function refuseUrl({ issues }: InputParser, { value }: ExternalIdInput, path: Path): void {
  if (/^https?:\/\//i.test(value))
    issues.add(
      [...path, 'value'],
      'A URL cannot be an external id, because reprints share it. Put it in `url`.',
    );
}

/** Replaces the record’s external ids by these. Ids that it already has stay untouched. */
export async function saveExternalIds(
  tx: Tx,
  type: RecordName,
  key: string,
  externalIds: readonly ExternalIdInput[] | undefined,
): Promise<void> {
  if (!externalIds) return;
  const owner = { [recordTypes[type].keyProperty]: key };
  const rows = rowsOf(tx, ExternalId);
  const present = await rows.find(owner);
  const list = { recordId: idOf(type, key), field: 'externalIds' };
  warnIfShortened(tx, list, present.length, externalIds.length);
  const removed = present.filter((row) => !externalIds.some((each) => isSame(each, row)));
  const added = externalIds.filter((each) => !present.some((row) => isSame(each, row)));
  await rows.delete(removed);
  await rows.insert(added.map((each) => ({ id: newKey(), ...each, ...owner })));
}

/** The id of the record of a type that has this external id. */
export async function findByExternalId(
  tx: Tx,
  type: RecordName,
  { system, value }: ExternalIdInput,
): Promise<string | undefined> {
  const { keyColumn } = recordTypes[type];
  const [row] = await tx.manager.query(
    `select ${keyColumn} as key from external_id
     where system = $1 and value = $2 and ${keyColumn} is not null`,
    [system, value],
  );
  return row && idOf(type, row.key);
}
