import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'api_key',
  'identity_grant',
  'identity_reading',
  'import_conflict',
  'import_row',
  'source_identity',
];

/**
 * Makes room for commitments to rows that belong to no record. The installation after it commits to
 * those that are there.
 */
export class RowCommitments1796053737017 implements MigrationInterface {
  name = 'RowCommitments1796053737017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "row_commitment" ("seq" bigint NOT NULL, "digest" bytea NOT NULL, "table_name" text NOT NULL, "replaces" bytea, "row_key" text, "salt" bytea, CONSTRAINT "row_commitment_pkey" PRIMARY KEY ("seq", "digest"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "row_commitment_row_key" ON "row_commitment"  ("table_name", "row_key") WHERE row_key is not null`,
    );
    await runner.query(
      `CREATE INDEX "row_commitment_replaces" ON "row_commitment"  ("replaces") WHERE replaces is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      for (const event of ['insert', 'update', 'delete'])
        await runner.query(`DROP TRIGGER IF EXISTS "commit_rows_${event}" ON "${table}"`);
    for (const suffix of ['', '_truncate'])
      await runner.query(`DROP TRIGGER IF EXISTS "log_append_only${suffix}" ON "identity_grant"`);
    await runner.query(`DROP INDEX "public"."row_commitment_replaces"`);
    await runner.query(`DROP INDEX "public"."row_commitment_row_key"`);
    await runner.query(`DROP TABLE "row_commitment"`);
  }
}
