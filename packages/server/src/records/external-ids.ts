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
  rows.insert(added.map((each) => ({ id: newKey(), ...each, ...owner })));
}

/** `$1` has the types of the records, `$2` and `$3` the systems and values of their ids. */
const ownersOfExternalIds = `
  select (wanted.n - 1)::int as i, found.key
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as wanted(type, system, value, n)
  cross join lateral (${Object.values(recordTypes)
    .map(
      ({ table, keyColumn }) => `
    select e.${keyColumn} as key from external_id e
    where wanted.type = '${table}' and e.system = wanted.system and e.value = wanted.value
      and e.${keyColumn} is not null`,
    )
    .join('\n    union all')}
  ) found`;

/** The keys of the records that have these external ids, by the position of each. */
export async function findOwners(
  tx: Tx,
  wanted: readonly (ExternalIdInput & { type: RecordName })[],
): Promise<Map<number, string>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<{ i: number; key: string }>(ownersOfExternalIds, [
    wanted.map(({ type }) => recordTypes[type].table),
    wanted.map(({ system }) => system),
    wanted.map(({ value }) => value),
  ]);
  return new Map(rows.map(({ i, key }) => [i, key]));
}

/** The id of the record of a type that has this external id. */
export async function findByExternalId(
  tx: Tx,
  type: RecordName,
  { system, value }: ExternalIdInput,
): Promise<string | undefined> {
  const key = (await findOwners(tx, [{ type, system, value }])).get(0);
  return key && idOf(type, key);
}
