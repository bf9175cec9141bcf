import type pg from 'pg';
import type { RecordCounts } from '../report.ts';
import { recordTables } from './table-writes.ts';

/** What landing a batch did to records. */
export interface LandedCounts {
  created: RecordCounts;
  changed: RecordCounts;
  unchanged: RecordCounts;
}

const selectTouched = recordTables
  .map(
    (type) => `
  select
    '${type}s' as type,
    count(*) filter (where t.created_at = write_time())::int as created,
    count(*) filter (where t.created_at <> write_time())::int as changed
  from touched u
  join ${type} t on t.id = u.record_id
  where u.record_type = '${type.toUpperCase()}'`,
  )
  .join('\n  union all');

/** Records of the batch that stayed as they were; each is counted once per run. */
const selectUnchanged = `
  with touched_now as (
    insert into import_seen
    select u.record_id from touched u
    on conflict do nothing
  ),
  unchanged as (
    insert into import_seen
    select distinct d.real_id
    from stage_resolved d
    where d.real_id is not null
      and not exists (select from touched u where u.record_id = d.real_id)
    on conflict do nothing
    returning id
  )
  select d.type || 's' as type, count(distinct d.real_id)::int as unchanged
  from unchanged u
  join stage_resolved d on d.real_id = u.id
  group by 1`;

/** Counts the records that the open write created or changed, and those that it left unchanged. */
export async function countRecords(client: pg.ClientBase): Promise<LandedCounts> {
  const { rows: touched } = await client.query(selectTouched);
  const { rows: unchanged } = await client.query(selectUnchanged);
  const byType = (rows: Record<string, unknown>[], key: keyof LandedCounts): RecordCounts =>
    Object.fromEntries(
      recordTables.map((type) => [
        `${type}s`,
        Number(rows.find((row) => row.type === `${type}s`)?.[key] ?? 0),
      ]),
    );
  return {
    created: byType(touched, 'created'),
    changed: byType(touched, 'changed'),
    unchanged: byType(unchanged, 'unchanged'),
  };
}
