import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Generated and reviewed. */
export class Import1795642613396 implements MigrationInterface {
  name = 'Import1795642613396';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "import_issue" ("claim_id" uuid NOT NULL, "position" integer NOT NULL, "kind" text NOT NULL, "column" text, "value" text, "reason" text NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT write_time(), CONSTRAINT "import_issue_kind_check" CHECK (char_length("kind") between 1 and 60), CONSTRAINT "import_issue_column_check" CHECK (char_length("column") between 1 and 200), CONSTRAINT "import_issue_value_check" CHECK (char_length("value") between 1 and 500), CONSTRAINT "import_issue_reason_check" CHECK (char_length("reason") between 1 and 500), CONSTRAINT "import_issue_pkey" PRIMARY KEY ("claim_id", "position"))`,
    );
    await runner.query(
      `CREATE TABLE "import_run" ("id" uuid NOT NULL, "format" text NOT NULL, "file" text NOT NULL, "release" text NOT NULL, "content" text NOT NULL, "header" jsonb, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "import_run_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "import_batch" ("run_id" uuid NOT NULL, "position" integer NOT NULL, "counts" jsonb NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "import_batch_pkey" PRIMARY KEY ("run_id", "position"))`,
    );
    await runner.query(
      `CREATE TABLE "import_row" ("record_id" uuid NOT NULL, "format" text NOT NULL, "release" text NOT NULL, "run_id" uuid NOT NULL, "line" integer NOT NULL, "raw" text NOT NULL, "fingerprint" text NOT NULL, CONSTRAINT "import_row_pkey" PRIMARY KEY ("record_id", "format", "release"))`,
    );
    await runner.query(
      `CREATE TABLE "import_match" ("id" uuid NOT NULL, "record_type" text NOT NULL, "system" text NOT NULL, "value" text NOT NULL, "record_id" uuid NOT NULL, "how" text NOT NULL, "detail" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "import_match_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "import_match_record_id_idx" ON "import_match"  ("record_id") `,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "import_match_key" ON "import_match"  ("record_type", "system", "value") `,
    );
    await runner.query(
      `CREATE TABLE "outlet_alias" ("spelling" text NOT NULL, "outlet" text NOT NULL, CONSTRAINT "outlet_alias_pkey" PRIMARY KEY ("spelling"))`,
    );
    await runner.query(
      `ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "import_issue" DROP CONSTRAINT "import_issue_claim_id_fkey"`);
    await runner.query(`DROP TABLE "outlet_alias"`);
    await runner.query(`DROP INDEX "public"."import_match_key"`);
    await runner.query(`DROP INDEX "public"."import_match_record_id_idx"`);
    await runner.query(`DROP TABLE "import_match"`);
    await runner.query(`DROP TABLE "import_row"`);
    await runner.query(`DROP TABLE "import_batch"`);
    await runner.query(`DROP TABLE "import_run"`);
    await runner.query(`DROP TABLE "import_issue"`);
  }
}
