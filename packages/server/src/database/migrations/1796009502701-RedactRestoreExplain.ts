import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds rationales of writes, restored records, redacted sources, and the key of pseudonyms. */
export class RedactRestoreExplain1796009502701 implements MigrationInterface {
  name = 'RedactRestoreExplain1796009502701';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "ledger_key" ("purpose" text NOT NULL, "secret" bytea NOT NULL, CONSTRAINT "ledger_key_pkey" PRIMARY KEY ("purpose"))`,
    );
    // PostgreSQL makes random UUIDs from its strong source of random numbers. Two have 244 bits.
    await runner.query(
      `INSERT INTO ledger_key (purpose, secret) VALUES ('pseudonym', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))`,
    );
    await runner.query(`ALTER TABLE "source" ADD "redacted" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "write_log" ADD "rationale" text`);
    await runner.query(`ALTER TABLE "revision" DROP CONSTRAINT "revision_change_check"`);
    await runner.query(
      `ALTER TABLE "revision" ADD CONSTRAINT "revision_change_check" CHECK ("change" in ('CREATED', 'UPDATED', 'WITHDRAWN', 'RESTORED'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "revision" DROP CONSTRAINT "revision_change_check"`);
    await runner.query(
      `ALTER TABLE "revision" ADD CONSTRAINT "revision_change_check" CHECK ("change" in ('CREATED', 'UPDATED', 'WITHDRAWN'))`,
    );
    await runner.query(`ALTER TABLE "write_log" DROP COLUMN "rationale"`);
    await runner.query(`ALTER TABLE "source" DROP COLUMN "redacted"`);
    await runner.query(`DROP TABLE "ledger_key"`);
  }
}
