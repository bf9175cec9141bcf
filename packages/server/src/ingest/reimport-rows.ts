import type pg from 'pg';
import { type MasterKeySource, noMasterKey } from '../values/master-key.ts';
import type { RecordTable } from '../values/record-types.ts';
import { Batch } from './batch.ts';
import { keyName, type SourceKey } from './batch-types.ts';
import type { FormatOptions, ImportFormat, SourceRow } from './format.ts';
import { formatOfRow } from './formats.ts';
import { readFormerIdKey } from './id-key.ts';
import { land, prepareLanding } from './land/land.ts';
import { loadOutlets } from './outlets.ts';
import { FileRefused } from './problem.ts';

/** Rows per landing, as in an import. */
const batchRows = 2_000;

/** A stored row as it was read from its file. */
interface RestoredRow {
  format: ImportFormat;
  row: SourceRow;
  options: FormatOptions;
  recordId: string;
  runId: string;
}

/** A source key with the type of its record, and the id that it is staged by. */
export interface StagedKey extends Pick<SourceKey, 'system' | 'value'> {
  type: RecordTable;
  id: string;
}

/** The stored rows that name a key, and what they say of its record. */
export interface RowsOfKey {
  rows: RestoredRow[];
  /** Ids of the names that the rows give the record. */
  nameIds: string[];
  /** The external ids that the rows give the record, in addition to the key. */
  externalIds: { system: string; value: string }[];
}

/** The claims that refer to a record. Parameter: the id of the record. */
export const selectClaimIds: Readonly<Record<string, string>> = {
  location: 'select claim_id from claim_within where location_id = $1',
  faction: `
    select claim_id from claim_party where faction_id = $1
    union
    select claim_id from quantity where of_faction_id = $1`,
  source: 'select claim_id from speaker where source_id = $1',
  report: `
    select claim_id from citation where report_id = $1
    union
    select id from claim where report_id = $1`,
};

/** The records for which the review list has a value of a file that refers to a record. */
const selectConflicting = `
  select c.record_id from import_conflict c
  where c.state = 'OPEN' and strpos(c.rows::text, $1::text) > 0`;

/**
 * Finds the stored rows that name a key: among those of a record, of the claims about it, and of
 * the records that would refer to it if a person took the value of the file.
 *
 * @throws FileRefused if rows cannot be read again, with what to do about it.
 */
export async function findRowsOfKey(
  client: pg.ClientBase,
  key: StagedKey,
  recordId: string,
  masterKeys: MasterKeySource,
): Promise<RowsOfKey> {
  const { rows: stored } = await client.query(
    `
    select distinct on (i.record_id, case when i.record_id = $1::uuid then i.format end)
      i.record_id, i.format, i.release, i.raw, i.line, i.run_id, n.id as known_run, n.header,
      n.settings
    from import_row i
    left join import_run n on n.id = i.run_id
    where i.record_id = $1 or i.record_id in (${selectClaimIds[key.type]})
      or i.record_id in (${selectConflicting})
    order by i.record_id, case when i.record_id = $1 then i.format end,
      i.format = 'jsonl', n.started_at desc nulls last, i.release desc`,
    [recordId],
  );
  const outlets = await loadOutlets(client);
  const idKey = await readFormerIdKey(client, masterKeys);
  // The ids of its names follow from the id by which it was staged at first.
  const stagedIds = new Map([[keyName(key.type, key), key.id]]);
  const found: RowsOfKey = { rows: [], nameIds: [], externalIds: [] };
  const unreadable = new Map<string, number>();
  for (const { record_id, format: name, release, raw, line, run_id, known_run, ...run } of stored) {
    const format = formatOfRow(name);
    // Rows of such a format refer to records by their ids, so that no key is matched.
    if (format?.exact) continue;
    const isReadable = format?.restage && known_run && (run.settings || !format.parseSettings);
    if (!format?.restage || !isReadable) {
      unreadable.set(name, (unreadable.get(name) ?? 0) + 1);
      continue;
    }
    const settings = format.parseSettings?.(run.settings);
    const options: FormatOptions = { release, outlets, settings };
    const row = format.restage(raw, line, run.header ?? [], settings);
    const scratch = new Batch(format.writes, { idKey, exact: format.exact, stagedIds });
    scratch.stageRow(row, () => format.stage(row, scratch, options));
    if (!scratch.hasRecord(key.type, key)) continue;
    found.rows.push({ format, row, options, recordId: record_id, runId: run_id });
    found.nameIds.push(...scratch.idsOfStaged('name', key.type, key.id));
    found.externalIds.push(...scratch.externalIdsOf(key.type, key.id));
  }
  if (unreadable.size > 0) throw new FileRefused(describeUnreadable(unreadable));
  return found;
}

function describeUnreadable(rows: ReadonlyMap<string, number>): string {
  const list = [...rows].map(([format, n]) => `${n} of format ${format}`).join(', ');
  return (
    'Nothing was changed, because some rows about this record cannot be read again: the ledger ' +
    `does not know by which columns or mapping they were read (${list}). Import their files ` +
    'again with --force, then repeat this command.'
  );
}

/** Imports stored rows again, so that their keys find the records that they are matched to now. */
export async function reimportRows(
  client: pg.ClientBase,
  rows: readonly RestoredRow[],
  masterKeys: MasterKeySource = noMasterKey,
): Promise<void> {
  const groups = new Map<string, RestoredRow[]>();
  for (const row of rows) {
    const { format, options } = row;
    const name = JSON.stringify([format.name, options.release, options.settings]);
    const group = groups.get(name) ?? [];
    group.push(row);
    groups.set(name, group);
  }
  for (const group of groups.values())
    for (let start = 0; start < group.length; start += batchRows) {
      const part = group.slice(start, start + batchRows);
      const { format, options, runId } = part[0]!;
      const landing = await prepareLanding(client, format, {
        release: options.release,
        runId,
        by: 'local',
        force: true,
        isRematch: true,
        masterKeys,
      });
      const batch = new Batch(format.writes, landing.batches);
      for (const { row } of part) batch.stageRow(row, () => format.stage(row, batch, options));
      await land(client, batch, landing);
    }
}
