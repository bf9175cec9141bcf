import type pg from 'pg';
import { Batch } from './batch.ts';
import { importFormats } from './formats.ts';
import { land, prepareLanding } from './land/land.ts';
import { loadOutlets } from './outlets.ts';
import { FileRefused } from './problem.ts';

/** The result of undoing a match. */
export interface Unmatched {
  type: string;
  recordId: string;
  /** How many claims refer to the new record. */
  claims: number;
}

/**
 * Undoes a match of an import without loss. The source key gets a record of its own, permanently,
 * and the rows that it came from are re-imported from their stored originals, so that their claims
 * refer to the new record. It is one transaction; former values stay in the history.
 *
 * @throws FileRefused if there is nothing to undo.
 */
export async function unmatch(client: pg.ClientBase, id: string): Promise<Unmatched> {
  const { rows } = await client.query('select * from import_match where id = $1', [id]);
  const match = rows[0];
  if (!match) throw new FileRefused(`There is no match mat_${id}.`);
  if (match.how === 'CREATED' || match.how === 'UNMATCHED')
    throw new FileRefused('It has a record of its own already, so there is nothing to undo.');
  const { record_type: type, record_id: former, system, value } = match;
  await client.query('begin');
  try {
    await client.query(`select open_write('local', 'unmatch')`);
    const recordId = await copyRecord(client, type, former, id);
    await client.query(
      `
      update import_match
      set record_id = $2, how = 'UNMATCHED', detail = 'was ' || $3
      where id = $1`,
      [id, recordId, former],
    );
    await client.query(
      `
      update external_id
      set ${type}_id = $1
      where ${type}_id = $2 and system = $3 and value = $4`,
      [recordId, former, system, value],
    );
    await client.query('select close_write()');
    await reimportRows(client, type, former);
    const claims = await countClaims(client, type, recordId);
    await client.query('commit');
    return { type, recordId, claims };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * Copies a record with its first name only. The new record gets the id of the match, which is the
 * staged id of its source key.
 */
async function copyRecord(
  client: pg.ClientBase,
  type: string,
  former: string,
  id: string,
): Promise<string> {
  const { rows } = await client.query(
    `
    select a.attname as name
    from pg_attribute a
    where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('id', 'created_at', 'updated_at', 'version', 'valid_from')
      and a.attname not like 'withdrawn%'
      and a.attgenerated = ''`,
    [type],
  );
  const columns = rows.map(({ name }) => `"${name}"`).join(', ');
  await client.query(
    `insert into ${type} (id, ${columns}) select $1, ${columns} from ${type} where id = $2`,
    [id, former],
  );
  if (type !== 'report') {
    await client.query(
      `
      insert into name (id, text, language, script, scheme, kind, position, ${type}_id)
      select gen_random_uuid(), text, language, script, scheme, 'PRIMARY', 0, $1
      from name
      where ${type}_id = $2
      order by position
      limit 1`,
      [id, former],
    );
  }
  return id;
}

/** The claims that refer to a record. Parameter: the id of the record. */
const selectClaimIds: Readonly<Record<string, string>> = {
  location: 'select claim_id from claim_place where location_id = $1',
  faction: `
    select claim_id from claim_party where faction_id = $1
    union
    select claim_id from quantity where of_faction_id = $1`,
  source: 'select claim_id from speaker where source_id = $1',
  report: 'select claim_id from citation where report_id = $1',
};

/** Re-imports the rows of all claims that refer to a record: their keys find the new record now. */
async function reimportRows(client: pg.ClientBase, type: string, recordId: string): Promise<void> {
  const { rows } = await client.query(
    `
    select distinct on (i.record_id) i.*, n.header
    from import_row i
    join import_run n on n.id = i.run_id
    where i.record_id in (${selectClaimIds[type]})
    order by i.record_id, n.started_at desc`,
    [recordId],
  );
  const outlets = await loadOutlets(client);
  for (const format of importFormats) {
    if (!format.restage) continue;
    const ofFormat = rows.filter((row) => row.format === format.name);
    for (const release of new Set<string>(ofFormat.map((row) => row.release))) {
      const ofRelease = ofFormat.filter((row) => row.release === release);
      const batch = new Batch(format.writes, format.exact);
      for (const { raw, line, header } of ofRelease) {
        const row = format.restage(raw, line, header ?? []);
        batch.stageRow({ raw, line }, () =>
          format.stage(row, batch, { release, outlets, settings: undefined }),
        );
      }
      const options = { release, runId: ofRelease[0].run_id, by: 'local', force: true };
      await land(client, batch, await prepareLanding(client, format, options));
    }
  }
}

async function countClaims(client: pg.ClientBase, type: string, recordId: string): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::int as n from (${selectClaimIds[type]}) claims`,
    [recordId],
  );
  return rows[0].n;
}
