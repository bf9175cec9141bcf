import type pg from 'pg';
import { Batch } from './batch.ts';
import { importFormats } from './formats.ts';
import { land } from './land/land.ts';
import { makeStages, shapesOf } from './land/shapes.ts';
import { outletsOf } from './outlets.ts';
import { FileRefused } from './problem.ts';

/** What became of a match that was undone. */
export interface Unmatched {
  type: string;
  recordId: string;
  /** How many claims name the new record. */
  claims: number;
}

/**
 * Undoes a match without loss: what was read becomes a record of its own, for good, and the rows that it came from are taken up again from their
 * kept originals, so that claims name it. All of it is one write, with the former values in the history.
 *
 * @throws FileRefused when there is nothing to undo.
 */
export async function unmatch(client: pg.ClientBase, id: string): Promise<Unmatched> {
  const { rows } = await client.query('select * from import_match where id = $1', [id]);
  const match = rows[0];
  if (!match) throw new FileRefused(`There is no match mat_${id}.`);
  if (match.how === 'CREATED' || match.how === 'UNMATCHED')
    throw new FileRefused('It is a record of its own already: there is nothing to undo.');
  const { record_type: type, record_id: former, system, value } = match;
  await client.query('begin');
  try {
    await client.query(`select open_write('local', 'unmatch')`);
    const recordId = await ownRecord(client, type, former, id);
    await client.query(
      `update import_match set record_id = $2, how = 'UNMATCHED', detail = 'was ' || $3 where id = $1`,
      [id, recordId, former],
    );
    await client.query(
      `update external_id set ${type}_id = $1 where ${type}_id = $2 and system = $3 and value = $4`,
      [recordId, former, system, value],
    );
    await client.query('select close_write()');
    const claims = await reimportRows(client, type, former, recordId);
    await client.query('commit');
    return { type, recordId, claims };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** A record like the former, but with the name alone that was read: its id is the match's own, which no record has yet. */
async function ownRecord(
  client: pg.ClientBase,
  type: string,
  former: string,
  id: string,
): Promise<string> {
  const { rows } = await client.query(
    `select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
     and a.attname not in ('id', 'created_at', 'updated_at', 'version', 'valid_from') and a.attname not like 'withdrawn%' and a.attgenerated = ''`,
    [type],
  );
  const columns = rows.map(({ name }) => `"${name}"`).join(', ');
  await client.query(
    `insert into ${type} (id, ${columns}) select $1, ${columns} from ${type} where id = $2`,
    [id, former],
  );
  if (type !== 'report') {
    await client.query(
      `insert into name (id, text, language, script, scheme, kind, position, ${type}_id)
       select gen_random_uuid(), text, language, script, scheme, 'PRIMARY', 0, $1 from name where ${type}_id = $2 order by position limit 1`,
      [id, former],
    );
  }
  return id;
}

const naming: Record<string, string> = {
  location: 'select claim_id from claim_place where location_id = $1',
  faction:
    'select claim_id from claim_party where faction_id = $1 union select claim_id from quantity where of_faction_id = $1',
  source: 'select claim_id from speaker where source_id = $1',
  report: 'select claim_id from citation where report_id = $1',
};

/** Rows that name the former record are staged anew: their keys find the new one now. */
async function reimportRows(
  client: pg.ClientBase,
  type: string,
  former: string,
  recordId: string,
): Promise<number> {
  const { rows } = await client.query(
    `select distinct on (i.record_id) i.*, n.header from import_row i join import_run n on n.id = i.run_id
     where i.record_id in (${naming[type]}) order by i.record_id, n.started_at desc`,
    [former],
  );
  const outlets = await outletsOf(client);
  for (const format of importFormats.filter(({ restage }) => restage)) {
    for (const [release, mine] of byRelease(rows.filter((row) => row.format === format.name))) {
      const batch = new Batch(format.writes, format.exact);
      for (const { raw, line, header } of mine)
        batch.add({ raw, line }, () =>
          format.stage(format.restage!(raw, line, header ?? []), batch, { release, outlets }),
        );
      const shapes = await shapesOf(client, format.writes);
      await makeStages(client, shapes);
      const runId = mine[0]!.run_id;
      const how = {
        writes: format.writes,
        shapes,
        format: format.name,
        release,
        runId,
        by: 'local',
        afresh: true,
        exact: format.exact ?? false,
      };
      await land(client, batch, how);
    }
  }
  const { rows: now } = await client.query(`select count(*)::int as n from (${naming[type]}) c`, [
    recordId,
  ]);
  return now[0].n;
}

function byRelease<Row extends { release: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.release, [...(found.get(row.release) ?? []), row]);
  return found;
}
