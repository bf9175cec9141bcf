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
    await runner.query(formerChain);
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

const timeOf = (at: string) =>
  `to_char(${at} AT TIME ZONE 'UTC', '\\"YYYY-MM-DD"T"HH24:MI:SS.US"Z\\"')`;

/** Gives all writes the hash that the version before this migration computes. */
const formerChain = `
DO $$
DECLARE
  w record;
  previous bytea;
BEGIN
  FOR w IN SELECT * FROM write_log ORDER BY seq LOOP
    UPDATE write_log l SET previous_hash = previous, hash = (
      SELECT sha256(coalesce(previous, '') || convert_to(
        format('[%s, %s, %s, %s%s]%s', w.seq, ${timeOf('w.at')}, to_json(w."by"), to_json(w.action),
          ', ' || to_json(w.rationale), string_agg(
            format(E'\\n["%s", "%s", %s, "%s", %s, %s, %s]', r.record_type, r.record_id, r.version,
              r.change, ${timeOf('r.at')}, to_json(r.by), to_json(r.action)),
            '' ORDER BY r.record_type COLLATE "C", r.record_id, r.version)), 'UTF8'))
      FROM revision r WHERE r.seq = w.seq)
    WHERE l.seq = w.seq RETURNING l.hash INTO previous;
  END LOOP;
END $$`;
