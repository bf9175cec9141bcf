import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Makes room for the commitments to contents. The writes of an older version have format 1 until
 * the installation after the migrations commits to what they wrote (`commit_former_writes`): other
 * migrations may still change the columns.
 */
export class ContentCommitments1796042604290 implements MigrationInterface {
  name = 'ContentCommitments1796042604290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "recommitment" ("seq" bigint NOT NULL, "digest" bytea NOT NULL, "target_seq" bigint NOT NULL, "record_id" uuid, "salt" bytea, "row_tags" bytea, CONSTRAINT "recommitment_pkey" PRIMARY KEY ("seq", "digest"))`,
    );
    await runner.query(
      `CREATE INDEX "recommitment_target_seq_record_id_idx" ON "recommitment"  ("target_seq", "record_id") `,
    );
    await runner.query(
      `CREATE TABLE "scrubbed" ("seq" bigint NOT NULL, "record_type" text NOT NULL, "record_id" uuid NOT NULL, CONSTRAINT "scrubbed_pkey" PRIMARY KEY ("seq", "record_type", "record_id"))`,
    );
    await runner.query(`ALTER TABLE "revision" ADD "salt" bytea`);
    await runner.query(`ALTER TABLE "revision" ADD "digest" bytea`);
    await runner.query(`ALTER TABLE "revision" ADD "row_tags" bytea`);
    await runner.query(`ALTER TABLE "write_log" ADD "rationale_salt" bytea`);
    await runner.query(`ALTER TABLE "write_log" ADD "rationale_digest" bytea`);
    await runner.query(`ALTER TABLE "write_log" ADD "format" smallint NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE "write_log" ALTER COLUMN "format" SET DEFAULT '2'`);
    await runner.query(`ALTER TABLE "write_log" ADD "former_hash" bytea`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "write_log" DISABLE TRIGGER USER`);
    await runner.query(
      `UPDATE "write_log" SET "hash" = "former_hash" WHERE "former_hash" IS NOT NULL`,
    );
    await runner.query(`ALTER TABLE "write_log" ENABLE TRIGGER USER`);
    await runner.query(`ALTER TABLE "write_log" DROP COLUMN "former_hash"`);
    await runner.query(`ALTER TABLE "write_log" DROP COLUMN "format"`);
    await runner.query(`ALTER TABLE "write_log" DROP COLUMN "rationale_digest"`);
    await runner.query(`ALTER TABLE "write_log" DROP COLUMN "rationale_salt"`);
    await runner.query(`ALTER TABLE "revision" DROP COLUMN "row_tags"`);
    await runner.query(`ALTER TABLE "revision" DROP COLUMN "digest"`);
    await runner.query(`ALTER TABLE "revision" DROP COLUMN "salt"`);
    await runner.query(`DROP TABLE "scrubbed"`);
    await runner.query(`DROP INDEX "public"."recommitment_target_seq_record_id_idx"`);
    await runner.query(`DROP TABLE "recommitment"`);
  }
}
