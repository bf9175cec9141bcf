import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexTables = [
  ['claim_within', 'location_id'],
  ['claim_of_faction', 'faction_id'],
  ['claim_of_source', 'source_id'],
] as const;

const textIndexes = [
  'report_title_words_idx',
  'report_body_words_idx',
  'claim_statement_words_idx',
];

/** Indexes of keys that are null in most rows: by table. */
const partialIndexes: Record<string, string[]> = {
  external_id: ['report_id', 'source_id', 'faction_id', 'location_id', 'claim_id'],
  name: ['said_by_id', 'source_id', 'faction_id', 'location_id'],
  affiliation: ['to_faction_id', 'to_source_id'],
  import_conflict: ['report_id', 'source_id', 'faction_id', 'location_id', 'claim_id'],
  location: ['parent_id'],
  report: ['dateline_id', 'reprint_of_id'],
  source: ['based_in_id'],
  speaker: ['report_id'],
};

const indexed = Object.entries(partialIndexes).flatMap(([table, columns]) =>
  columns.map((column) => ({ table, column, name: `${table}_${column}_idx` })),
);

/**
 * Narrower index tables: an index over the claim alone instead of a primary key, no copies of
 * figures, and one index of the roll-up instead of two. Each table is written again, so that the
 * space is free. Indexes of keys leave out the rows that have none, and two are left out, because
 * others begin with the same key.
 */
export class NarrowIndexTables1796031654115 implements MigrationInterface {
  name = 'NarrowIndexTables1796031654115';

  async up(runner: QueryRunner): Promise<void> {
    // The triggers of tables are created again after the migrations, with other functions.
    await runner.query('DROP FUNCTION IF EXISTS history_note() CASCADE');
    await runner.query('ALTER TABLE claim_within DROP COLUMN figures');
    for (const [table] of indexTables) {
      await runner.query(`CLUSTER ${table} USING ${table}_pkey`);
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_pkey`);
    }
    await runner.query('DROP INDEX IF EXISTS tally_totals_idx');
    await runner.query('ALTER TABLE tally DROP CONSTRAINT tally_pkey');
    await runner.query('DELETE FROM tally WHERE entries = 0');
    await runner.query(
      'ALTER TABLE tally ADD CONSTRAINT tally_pkey ' +
        'PRIMARY KEY (location_id, modality, status, measure, month, kind) INCLUDE (entries)',
    );
    await runner.query(
      'ALTER TABLE tally ALTER entries TYPE integer, ALTER mins TYPE integer, ' +
        'ALTER bests TYPE integer, ALTER maxes TYPE integer',
    );
    for (const { table, column, name } of indexed) {
      await runner.query(`DROP INDEX ${name}`);
      await runner.query(
        `CREATE INDEX ${name} ON ${table} (${column}) WHERE ${column} IS NOT NULL`,
      );
    }
    await runner.query('DROP INDEX claim_report_id_idx');
    await runner.query('DROP INDEX report_publisher_id_idx');
    for (const index of textIndexes)
      await runner.query(`ALTER INDEX IF EXISTS ${index} SET (gin_pending_list_limit = 256)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of textIndexes)
      await runner.query(`ALTER INDEX IF EXISTS ${index} RESET (gin_pending_list_limit)`);
    await runner.query('CREATE INDEX report_publisher_id_idx ON report (publisher_id)');
    await runner.query('CREATE INDEX claim_report_id_idx ON claim (report_id)');
    for (const { table, column, name } of indexed) {
      await runner.query(`DROP INDEX ${name}`);
      await runner.query(`CREATE INDEX ${name} ON ${table} (${column})`);
    }
    await runner.query(
      'ALTER TABLE tally ALTER entries TYPE bigint, ALTER mins TYPE bigint, ' +
        'ALTER bests TYPE bigint, ALTER maxes TYPE bigint',
    );
    await runner.query('ALTER TABLE tally DROP CONSTRAINT tally_pkey');
    await runner.query(
      'ALTER TABLE tally ADD CONSTRAINT tally_pkey ' +
        'PRIMARY KEY (location_id, month, kind, modality, status, measure)',
    );
    for (const [table, key] of indexTables) {
      await runner.query(`DROP INDEX IF EXISTS ${table}_claim_idx`);
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_pkey PRIMARY KEY (claim_id, ${key})`,
      );
    }
    await runner.query('ALTER TABLE claim_within ADD figures jsonb');
    await runner.query(
      `UPDATE claim_within w SET figures = (
        SELECT jsonb_object_agg(f.measure, f.sums) FROM (
          SELECT q.measure, jsonb_build_array(
            count(*), coalesce(sum(q.min), 0), coalesce(sum(q.best), 0), coalesce(sum(q.max), 0),
            count(q.min), count(q.best), count(q.max)) AS sums
          FROM quantity q WHERE q.claim_id = w.claim_id AND q.part_of IS NULL GROUP BY q.measure
        ) f)`,
    );
  }
}
