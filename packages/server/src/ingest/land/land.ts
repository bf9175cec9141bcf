import type pg from 'pg';
import type { Batch } from '../batch.ts';
import type { Counts } from '../report.ts';
import { additions, changes, complete, deletions, followers, skipped } from './apply.ts';
import { copyInto } from './copy.ts';
import { deferNameSources } from './deferred-name-sources.ts';
import { skip } from './releases.ts';
import { keepExternalIds, keepMatches, resolve, rewrite } from './resolve.ts';
import type { Shape } from './shapes.ts';
import { own, recordTables, type Writes } from './writes.ts';

/** What landing a batch goes by. */
export interface Landing {
  writes: Writes;
  shapes: readonly Shape[];
  format: string;
  release: string;
  runId: string;
  by: string;
  /** Rows are taken up again though they are as they were. */
  afresh: boolean;
  exact: boolean;
}

/** What landing a batch did. */
export interface Landed {
  counts: Pick<Counts, 'created' | 'changed' | 'unchanged'>;
  /** Rows that a newer release already spoke of: they change nothing. */
  older: { line: number; release: string }[];
}

/** Brings a staged batch into the tables, in the transaction that is open: one write of the ledger. */
export async function land(client: pg.ClientBase, batch: Batch, landing: Landing): Promise<Landed> {
  const { writes, shapes, format, release, runId, by, afresh, exact } = landing;
  for (const [table, lines] of batch.lines) {
    const columns =
      table === 'record'
        ? own.record
        : table === 'row'
          ? own.row
          : writes[table as keyof Writes]!.columns;
    await copyInto(client, `stage_${table}`, columns, lines);
  }
  await client.query('select open_write($1, $2)', [by, `import ${format}`]);
  await client.query(`${['record', 'row', ...shapes.map(({ table }) => table)].map((table) => `analyze stage_${table};`).join(' ')}
    ${resolve}\n${rewrite(shapes)};${exact ? deferNameSources : ''}`);
  const { rows: older } = await client.query(skip, [format, release, afresh]);
  const applying = { writes, exact };
  const statements = [
    'analyze stage_skip',
    skipped(shapes),
    deletions(shapes, applying),
    ...shapes.flatMap((shape) => [changes(shape, applying), additions(shape, applying)]),
    keepExternalIds,
    followers(shapes, applying),
    keepMatches,
    ...(exact ? shapes.map(complete) : []),
  ];
  for (const statement of statements) if (statement !== '') await client.query(statement);
  await client.query(
    `insert into import_row as i (record_id, format, release, run_id, line, raw, fingerprint)
     select distinct on (record_id) record_id, $1, $2, $3, line, raw, fingerprint from stage_row order by record_id, line desc
     on conflict (record_id, format, release) do update set run_id = excluded.run_id, line = excluded.line, raw = excluded.raw,
       fingerprint = excluded.fingerprint where i.fingerprint <> excluded.fingerprint`,
    [format, release, runId],
  );
  const counts = await counted(client);
  await client.query('select close_write()');
  return { counts, older };
}

const count = recordTables
  .map(
    (
      type,
    ) => `select '${type}s' as type, count(*) filter (where t.created_at = write_time())::int as created,
      count(*) filter (where t.created_at <> write_time())::int as changed from touched u join ${type} t on t.id = u.record_id
      where u.record_type = '${type.toUpperCase()}'`,
  )
  .join(' union all ');

/** Records that the file speaks of and that stayed as they were, each counted once a run. */
const unchanged = `
  with fresh as (insert into import_seen select u.record_id from touched u on conflict do nothing),
  stayed as (
    insert into import_seen select distinct d.real_id from stage_resolved d where not exists (select from touched u where u.record_id = d.real_id)
    on conflict do nothing returning id
  ) select d.type || 's' as type, count(distinct d.real_id)::int as unchanged from stayed s join stage_resolved d on d.real_id = s.id group by 1`;

async function counted(client: pg.ClientBase): Promise<Landed['counts']> {
  const { rows } = await client.query(count);
  const { rows: same } = await client.query(unchanged);
  const of = (found: { type: string }[], key: string) =>
    Object.fromEntries(
      recordTables.map((type) => [
        `${type}s`,
        (found.find((row) => row.type === `${type}s`) as never)?.[key] ?? 0,
      ]),
    );
  return {
    created: of(rows, 'created'),
    changed: of(rows, 'changed'),
    unchanged: of(same, 'unchanged'),
  };
}
