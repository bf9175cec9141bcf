import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers which records came from a line that withheld something. */
export class RedactedRecords1796012000000 implements MigrationInterface {
  name = 'RedactedRecords1796012000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "redacted_record" ("record_id" uuid NOT NULL, CONSTRAINT "redacted_record_pkey" PRIMARY KEY ("record_id"))`,
    );
    await runner.query(
      `INSERT INTO "redacted_record" ("record_id") SELECT "id" FROM "source" WHERE "redacted"`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "redacted_record"`);
  }
}
