import { assessClaim } from '../claims/assessment.service.ts';
import type { ClaimStatus, Credibility } from '../claims/claim.enums.ts';
import { findPassageAgain } from '../claims/restore-claim.ts';
import type { Tx } from '../history/write.ts';
import { changeProtection } from '../identity/change-protection.ts';
import { checkProtectionChange } from '../records/protection.ts';
import { rateSource } from '../sources/rating.service.ts';
import type { Reliability } from '../sources/source.enums.ts';
import { conflict } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';
import { recordNameOf, recordTypes } from '../values/record-types.ts';

/** An open conflict as its row has it. */
export interface OpenConflict {
  id: string;
  /** The format of the file. */
  format: string;
  recordType: (typeof recordTypes)[keyof typeof recordTypes]['enum'];
  recordId: string;
  field: string;
  value: unknown;
  fileValue: unknown;
  rows: FileRows;
}

/**
 * What TAKE writes. `SET` changes columns of one row, `REPLACE` makes the lists of a record these
 * rows, and `ADD` adds them. Tables are in the order in which their rows are inserted.
 */
interface FileRows {
  mode: 'SET' | 'REPLACE' | 'ADD';
  tables: { table: string; owner: string; rows: Record<string, unknown>[] }[];
}

/**
 * Gives a record the value of the file, in the open write.
 *
 * @throws Refusal CONFLICT if the record or its value has changed since the file was imported, or
 *   if another record has what the file says.
 */
export async function takeFileValue(tx: Tx, row: OpenConflict, rationale: string): Promise<void> {
  await assertUnchanged(tx, row);
  const judge = judgements[`${row.recordType}.${row.field}`];
  if (judge) return judge(tx, row, rationale);
  const { mode, tables } = row.rows;
  if (row.recordType === 'SOURCE' && row.field === 'protection')
    return takeProtection(tx, row, rationale);
  try {
    if (mode === 'REPLACE')
      for (const each of [...tables].reverse()) await deleteOthers(tx, row, each);
    for (const each of tables) await writeRows(tx, each, mode);
    if (row.recordType === 'CLAIM' && ['report', 'passage'].includes(row.field))
      await findPassageAgain(tx, row.recordId);
  } catch (error) {
    const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
    if (!code?.startsWith('23')) throw error;
    throw conflict(['id'], 'The record can no longer have this value, or another record has it.');
  }
}

/** Who the source is is sealed with it, or put back. */
async function takeProtection(
  tx: Tx,
  { recordId, fileValue }: OpenConflict,
  rationale: string,
): Promise<void> {
  const path = ['id'];
  const change = await checkProtectionChange(tx, recordId, String(fileValue), path);
  await changeProtection(tx, recordId, change, { rationale, path });
}

/** Judgements are only moved by an assessment or rating, which states the reason. */
const judgements: Readonly<
  Record<string, (tx: Tx, row: OpenConflict, rationale: string) => Promise<void>>
> = {
  'CLAIM.status': (tx, row, rationale) =>
    assess(tx, row, { status: row.fileValue as ClaimStatus }, rationale),
  'CLAIM.credibility': (tx, row, rationale) =>
    assess(tx, row, { credibility: row.fileValue as Credibility }, rationale),
  'SOURCE.reliability': async (tx, { recordId, fileValue }, rationale) => {
    const reliability = fileValue as Reliability;
    await rateSource(tx, idOf('Source', recordId), { reliability, rationale });
  },
};

async function assess(
  tx: Tx,
  { recordId }: OpenConflict,
  judged: { status?: ClaimStatus; credibility?: Credibility },
  rationale: string,
): Promise<void> {
  const [present] = await tx.manager.query('select status, credibility from claim where id = $1', [
    recordId,
  ]);
  await assessClaim(tx, idOf('Claim', recordId), { ...present, ...judged, rationale });
}

async function assertUnchanged(tx: Tx, { id, recordType, recordId, field }: OpenConflict) {
  const name = recordNameOf(recordType);
  const [present] = await tx.manager.query(
    `select r.withdrawn_at is not null as "isWithdrawn",
       field_value($2, r.id, $3) is not distinct from c.value as "isSame"
     from ${recordTypes[name].table} r, import_conflict c
     where r.id = $1 and c.id = $4 for update of r`,
    [recordId, recordType, field, id],
  );
  const record = idOf(name, recordId);
  if (!present)
    throw conflict(['id'], `There is no ${recordTypes[name].table} ${record} any more.`);
  if (present.isWithdrawn && field !== 'withdrawn')
    throw conflict(['id'], `${record} is withdrawn, so it cannot change.`);
  if (!present.isSame)
    throw conflict(
      ['id'],
      `${field} of ${record} has changed since the file was imported. ` +
        'Keep the value here, and change the record itself if it is wrong.',
    );
}

type TableRows = FileRows['tables'][number];

/** A null of the row type of a table. PostgreSQL has another type that is called `name`. */
const rowTypeOf = (table: string): string => `null::public.${identifier(table)}`;

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const keyOfTable = async (tx: Tx, table: string): Promise<string[]> =>
  (await tx.manager.query('select unnest(primary_key_of($1)) as name', [table])).map(
    ({ name }: { name: string }) => name,
  );

/** Deletes the rows of a list that the file does not have. */
async function deleteOthers(tx: Tx, { recordId }: OpenConflict, { table, owner, rows }: TableRows) {
  const key = await keyOfTable(tx, table);
  const isSame = key.map((name) => `f.${identifier(name)} = t.${identifier(name)}`).join(' and ');
  await tx.manager.query(
    `delete from ${identifier(table)} t
     where t.${identifier(owner)} = $1 and not exists (
       select from jsonb_populate_recordset(${rowTypeOf(table)}, $2) f where ${isSame})`,
    [recordId, JSON.stringify(rows)],
  );
}

/** Updates rows that exist, and inserts the others unless only columns of one row are set. */
async function writeRows(tx: Tx, { table, owner, rows }: TableRows, mode: FileRows['mode']) {
  const [first] = rows;
  if (!first) return;
  const key = await keyOfTable(tx, table);
  const columns = Object.keys(first);
  const file = `jsonb_populate_recordset(${rowTypeOf(table)}, $1) f`;
  const isSame = key.map((name) => `f.${identifier(name)} = t.${identifier(name)}`).join(' and ');
  const set = columns
    .filter((name) => !key.includes(name))
    .map((name) => `${identifier(name)} = f.${identifier(name)}`);
  const parameters = [JSON.stringify(rows)];
  if (set.length > 0 && mode !== 'ADD')
    await tx.manager.query(
      `update ${identifier(table)} t set ${set.join(', ')} from ${file} where ${isSame}`,
      parameters,
    );
  if (mode === 'SET') return;
  const values = columns.map((name) =>
    mode === 'ADD' && name === 'position'
      ? `(select coalesce(max(p.position), -1) from ${identifier(table)} p
          where p.${identifier(owner)} = f.${identifier(owner)})
          + row_number() over (order by f.position)`
      : `f.${identifier(name)}`,
  );
  await tx.manager.query(
    `insert into ${identifier(table)} (${columns.map(identifier).join(', ')})
     select ${values.join(', ')} from ${file}
     where not exists (select from ${identifier(table)} t where ${isSame})`,
    parameters,
  );
}
