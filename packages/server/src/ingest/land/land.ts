import type pg from 'pg';
import type { KnownIdentities } from '../../identity/known-identities.ts';
import type { MasterKeySource } from '../../values/master-key.ts';
import { isRecordTable } from '../../values/record-types.ts';
import type { Batch } from '../batch.ts';
import type { BatchOptions } from '../batch-types.ts';
import type { ImportFormat } from '../format.ts';
import { readIdKey } from '../id-key.ts';
import {
  assertNothingLost,
  deleteRemovedRows,
  deleteSkippedRows,
  insertMissingRows,
  ownerOf,
  updateChangedRows,
} from './apply-rows.ts';
import { copyInto } from './copy.ts';
import { deferNameSources } from './deferred-name-sources.ts';
import { type FaultQuery, faultQueries, refuseFaultyRows } from './faulty-rows.ts';
import { resolveHidden } from './find-protected.ts';
import { hideStagedKeys } from './hide-staged-keys.ts';
import { keepDecisions } from './keep-decisions.ts';
import { movePassages } from './move-passages.ts';
import { moveClaimsToReports } from './move-reports.ts';
import { completeHierarchy, unplacedUnits } from './place-hierarchy.ts';
import {
  knownIdentities,
  protectNamesakes,
  sealStaged,
  skipProtected,
} from './protected-sources.ts';
import { pruneStagedRecords } from './prune-staged.ts';
import { raiseFactionKinds } from './raise-faction-kinds.ts';
import { countRecords, type LandedCounts } from './record-counts.ts';
import { redactStagedTexts } from './redact-staged.ts';
import { offeredIds, replaceReports } from './replace-reports.ts';
import {
  insertExternalIds,
  insertMatches,
  keepFigureIds,
  replaceStagedIds,
  resolveRecords,
  separateFigures,
} from './resolve-records.ts';
import { insertSkippedRecords, skipRedactedRecords } from './skip-records.ts';
import { createStagingTables, type StagedTable, stagedTablesOf } from './staging-tables.ts';
import { type LandedConflict, storeConflicts } from './store-conflicts.ts';
import { stagingColumns } from './table-writes.ts';

/** What the batches of a run have in common. */
export interface LandingOptions {
  release: string;
  runId: string;
  /** Who imports, for the write log. */
  by: string;
  /** Re-import rows that are the same as when they were last imported. */
  force: boolean;
  /** Nothing is stored: see {@link Landing.known}. */
  isDryRun?: boolean;
  /** What the identities of protected sources are sealed with. Left out: nothing. */
  masterKeys?: MasterKeySource | undefined;
  /** Whether stored rows are imported again, because a person matched a key otherwise. */
  isRematch?: boolean;
  /** Called when a batch begins to hold up other writes. */
  onOpen?: () => void;
}

export interface Landing extends LandingOptions {
  format: ImportFormat;
  tables: readonly StagedTable[];
  faultQueries: readonly FaultQuery[];
  batches: BatchOptions;
  /**
   * The protected sources after the last batch landed, those that it protected included. A dry run
   * leaves no trace, so it must not show who is one: it knows none, and counts them as new.
   */
  known?: KnownIdentities | undefined;
}

/** What landing a batch did. */
export interface Landed {
  counts: LandedCounts;
  /** Rows about records that a newer release already described. They changed nothing. */
  older: { line: number; release: string }[];
  /** Units of which nothing says what larger unit they lie in. */
  unplaced: { line: number; code: string; area: string | null }[];
  /** Where the file differs from what people decided. Those values stayed as they are. */
  conflicts: LandedConflict[];
}

/** Creates the staging tables for a format. */
export async function prepareLanding(
  client: pg.ClientBase,
  format: ImportFormat,
  options: LandingOptions,
): Promise<Landing> {
  const tables = await stagedTablesOf(client, format.writes);
  await createStagingTables(client, tables);
  const queries = await faultQueries(client, tables, format.exact ?? false);
  const batches = { idKey: await readIdKey(client, options.masterKeys), exact: format.exact };
  return { ...options, format, tables, faultQueries: queries, batches };
}

/**
 * Lands a staged batch: merges its rows into the tables of the ledger, as one write of the log. The
 * caller has opened the transaction. @throws FaultyRows if rows of it cannot be stored.
 */
export async function land(client: pg.ClientBase, batch: Batch, landing: Landing): Promise<Landed> {
  const { format, tables, release, by, force } = landing;
  const exact = format.exact ?? false;
  await copyBatch(client, batch, tables);
  await client.query('select open_write($1, $2)', [by, `import ${format.name}`]);
  landing.onOpen?.();
  const known = await knownTo(landing, client);
  landing.known = known;
  if (known) await resolveHidden(client, known, tables);
  await client.query(resolveStagedRows(landing, batch));
  if (known) await redactStagedTexts(client, known, tables);
  const { rows: older } = await client.query(insertSkippedRecords, [format.name, release, force]);
  await client.query(skipRedactedRecords);
  if (known) await skipProtected(client, tables);
  await client.query(`analyze stage_skip; ${deleteSkippedRows(tables)}`);
  const hasClaimRows = !exact && tables.some(({ table }) => table === 'claim');
  const offered = hasClaimRows ? await offeredIds(client, format.name) : [];
  const isDecided = await keepDecisions(client, landing);
  if (hasClaimRows) await client.query(pruneStagedRecords(tables));
  const existing = await findTablesWithExisting(client, tables);
  await refuseFaultyRows(client, landing.faultQueries, new Set(batch.lines.tables), existing);
  const apply = [
    deleteRemovedRows(tables.filter((table) => existing.has(table))),
    format.writes.faction?.existing === 'keep' ? raiseFactionKinds : '',
    ...tables.flatMap((table) => {
      const update = existing.has(table) ? updateChangedRows(table, exact) : '';
      const statements = [update, insertMissingRows(table)];
      // Records are inserted first, because an existing one may come to refer to a new one.
      return isRecordTable(table.table) ? statements.reverse() : statements;
    }),
    insertExternalIds,
  ];
  await runAll(client, apply);
  const hasUnits = batch.lines.of('hierarchy').length > 0;
  const hasOldClaims = [...existing].some(({ table }) => table === 'claim');
  const isKept = hasClaimRows && hasOldClaims && (await moveClaimsToReports(client, landing));
  await runAll(client, [
    insertMatches,
    hasUnits ? completeHierarchy : '',
    ...(exact ? [...tables.map(assertNothingLost), movePassages] : []),
  ]);
  const { rows: unplaced } = hasUnits ? await client.query(unplacedUnits) : { rows: [] };
  await client.query(upsertOriginalRows, [format.name, release, landing.runId]);
  const { runId } = landing;
  const conflicts =
    isDecided || isKept || hasUnits
      ? await storeConflicts(client, { format: format.name, exact, release, runId })
      : [];
  if (hasClaimRows) await replaceReports(client, landing, offered);
  const counts = await countRecords(client);
  if (known) await protectNamesakes(client, known);
  if (known) await hideStagedKeys(client, known, tables);
  const hasSources = tables.some(({ table }) => table === 'source');
  if (hasSources && (await sealStaged(client, landing.masterKeys)))
    landing.known = await knownTo(landing, client);
  await client.query('select close_write()');
  return { counts, older, unplaced, conflicts };
}

/** @throws Refusal UNAVAILABLE without the master key, also in a dry run. */
async function knownTo(
  { masterKeys, isDryRun }: Landing,
  client: pg.ClientBase,
): Promise<KnownIdentities | undefined> {
  const known = await knownIdentities(client, masterKeys);
  return isDryRun ? undefined : known;
}

async function runAll(client: pg.ClientBase, statements: readonly string[]): Promise<void> {
  for (const statement of statements) if (statement !== '') await client.query(statement);
}

/** The tables whose rows may belong to records that exist already: only they need updates. */
async function findTablesWithExisting(
  client: pg.ClientBase,
  tables: readonly StagedTable[],
): Promise<ReadonlySet<StagedTable>> {
  const { rows } = await client.query(
    'select distinct type from stage_resolved where not is_new and real_id is not null',
  );
  const types = new Set<string>(rows.map(({ type }) => type));
  const mayExist = (table: StagedTable): boolean => {
    const type = isRecordTable(table.table) ? table.table : ownerOf(table)?.type;
    return type === undefined || types.has(type);
  };
  return new Set(tables.filter(mayExist));
}

/** SQL that finds the records of a batch that was copied, and puts their ids into its rows. */
const resolveStagedRows = ({ format, tables }: Landing, { lines }: Batch): string =>
  [
    ...lines.tables.map((table) => `analyze stage_${table};`),
    resolveRecords,
    `${replaceStagedIds(tables)};`,
    format.exact ? deferNameSources : '',
    format.exact ? '' : keepFigureIds(tables),
    format.exact ? '' : separateFigures(tables),
  ].join('\n');

/** Copies a batch into the staging tables, with the row that each line came from. */
async function copyBatch(
  client: pg.ClientBase,
  batch: Batch,
  tables: readonly StagedTable[],
): Promise<void> {
  const columnsByTable = new Map<string, readonly string[]>([
    ...Object.entries(stagingColumns),
    ...tables.map(({ table, write }) => [table, write.columns] as const),
  ]);
  for (const table of batch.lines.tables) {
    const columns = columnsByTable.get(table) ?? [];
    const isOfTable = tables.some((each) => each.table === table);
    await copyInto(
      client,
      `stage_${table}`,
      isOfTable ? [...columns, 'source_row'] : columns,
      isOfTable ? batch.lines.withPositions(table) : batch.lines.of(table),
    );
  }
}

/** Parameters: format, release, run. */
const upsertOriginalRows = `
  insert into import_row as i (record_id, format, release, run_id, line, raw, fingerprint)
  select distinct on (record_id) record_id, $1, $2, $3, line, raw, fingerprint
  from stage_row
  order by record_id, line desc
  on conflict (record_id, format, release) do update
  set run_id = excluded.run_id,
    line = excluded.line,
    raw = excluded.raw,
    fingerprint = excluded.fingerprint
  where i.fingerprint <> excluded.fingerprint
    -- In a copy of a ledger, the run of a row is not known until its file is imported there.
    or not exists (select from import_run n where n.id = i.run_id)`;
