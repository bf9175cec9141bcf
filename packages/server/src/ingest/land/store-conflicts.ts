import type pg from 'pg';
import { cutText } from '../../values/cut-text.ts';
import { idOf, newKey } from '../../values/ids.ts';
import { recordNameOf, recordTypes } from '../../values/record-types.ts';
import type { Problem } from '../problem.ts';

/** A difference between the file and what a person decided. */
export interface LandedConflict {
  /** The line of the file that describes the record. 0: no single line does. */
  line: number;
  recordId: string;
  field: string;
  fileValue: unknown;
}

/** How the list of problems reports a conflict. */
export const problemOfConflict = ({
  line,
  recordId,
  field,
  fileValue,
}: LandedConflict): Problem => ({
  kind: 'CONFLICT',
  line,
  column: field,
  value: fileValue === null ? null : cutText(JSON.stringify(fileValue), 200),
  reason:
    `A person decided ${field} of ${recordId}, and the file says something else. ` +
    'The record was left as it is. See claimgraph conflicts.',
  refused: false,
});

/**
 * Settles conflicts with earlier files where this one no longer differs. The report of a claim is
 * compared later, see `move-reports.ts`. Parameters: format, exact.
 */
const settleOthers = `
  update import_conflict c
  set state = 'SETTLED'
  where c.state = 'OPEN' and c.format = $1 and c.field not like '%.%'
    and exists (
      select from stage_person p where p.id = c.record_id and not p.is_skipped
    )
    and ($2 or c.record_type <> 'CLAIM' or c.field <> 'report')
    and ($2 or exists (select from stage_row r where r.record_id = c.record_id))
    and not exists (
      select from stage_conflict s where s.id = c.record_id and s.field = c.field
    )`;

/** Leaves out what a person has already kept against the same value of a file. */
const deleteKept = `
  delete from stage_conflict s
  using import_conflict c
  where c.record_id = s.id and c.field = s.field and c.format = $1 and c.state = 'KEPT'
    and c.file_value is not distinct from s.file_value`;

const owners = Object.values(recordTypes);

/**
 * Leaves a conflict as it is if the file says the same again.
 *
 * Parameters: ids, format, release, run.
 */
const upsertConflicts = `
  insert into import_conflict as c (
    id, kind, state, record_type, record_id, ${owners.map(({ keyColumn }) => keyColumn).join(', ')},
    field, value, file_value, rows, format, release, file, run_id, line, at
  )
  select
    i.id, 'IMPORT_CONFLICT', 'OPEN', upper(s.type), s.id,
    ${owners.map(({ table }) => `case when s.type = '${table}' then s.id end`).join(', ')},
    s.field, s.value, s.file_value, s.rows, $2, nullif($3, ''), left(r.file, 2000), r.id,
    coalesce(
      (select max(o.line) from stage_row o where o.record_id = s.id),
      (select min(o.line) from stage_record o where o.type = s.type and o.id = s.id)
    ),
    write_time()
  from (
    select *, row_number() over (order by type, id, field) as n
    from (select distinct on (type, id, field) * from stage_conflict order by type, id, field) d
  ) s
  join unnest($1::uuid[]) with ordinality i(id, n) on i.n = s.n
  join import_run r on r.id = $4
  on conflict (record_id, field, format) where state = 'OPEN' do update
  set value = excluded.value, file_value = excluded.file_value, rows = excluded.rows,
    release = excluded.release, file = excluded.file, run_id = excluded.run_id,
    line = excluded.line, at = excluded.at
  where (c.value, c.file_value, c.rows, c.release, c.file, c.line) is distinct from
    (excluded.value, excluded.file_value, excluded.rows, excluded.release, excluded.file,
      excluded.line)`;

/** The open conflicts of a batch. Parameter: format. */
const selectOpen = `
  select distinct c.record_type as "recordType", c.record_id as "recordId", c.field,
    c.file_value as "fileValue", coalesce(c.line, 0) as line
  from stage_conflict s
  join import_conflict c on c.record_id = s.id and c.field = s.field
  where c.format = $1 and c.state = 'OPEN'`;

/** Stores the conflicts of a batch in the review list. The newest file replaces an open one. */
export async function storeConflicts(
  client: pg.ClientBase,
  { format, exact, release, runId }: ConflictOrigin,
): Promise<LandedConflict[]> {
  await client.query(settleOthers, [format, exact]);
  await client.query(deleteKept, [format]);
  const { rows: counts } = await client.query('select count(*)::int as n from stage_conflict');
  const ids = Array.from({ length: counts[0].n }, () => newKey());
  if (ids.length === 0) return [];
  await client.query(upsertConflicts, [ids, format, release, runId]);
  const { rows } = await client.query(selectOpen, [format]);
  return rows
    .map(({ recordType, recordId, ...conflict }) => ({
      ...conflict,
      recordId: idOf(recordNameOf(recordType), recordId),
    }))
    .sort((one, other) => one.line - other.line || (one.recordId < other.recordId ? -1 : 1));
}

interface ConflictOrigin {
  format: string;
  exact: boolean;
  release: string;
  runId: string;
}
