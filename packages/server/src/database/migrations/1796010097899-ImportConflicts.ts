import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Generated and reviewed. */
export class ImportConflicts1796010097899 implements MigrationInterface {
  name = 'ImportConflicts1796010097899';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "import_conflict" ("id" uuid NOT NULL, "kind" text NOT NULL, "state" text NOT NULL, "record_type" text NOT NULL, "record_id" uuid NOT NULL, "report_id" uuid, "source_id" uuid, "faction_id" uuid, "location_id" uuid, "claim_id" uuid, "field" text NOT NULL, "value" jsonb, "file_value" jsonb, "format" text NOT NULL, "release" text, "file" text NOT NULL, "line" integer, "run_id" uuid NOT NULL, "rows" jsonb NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "resolution_rationale" text, "resolution_by" text, "resolution_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "import_conflict_kind_check" CHECK ("kind" in ('IMPORT_CONFLICT')), CONSTRAINT "import_conflict_state_check" CHECK ("state" in ('OPEN', 'KEPT', 'TAKEN', 'SETTLED')), CONSTRAINT "import_conflict_record_type_check" CHECK ("record_type" in ('REPORT', 'SOURCE', 'FACTION', 'LOCATION', 'CLAIM')), CONSTRAINT "import_conflict_field_check" CHECK (char_length("field") between 1 and 100), CONSTRAINT "import_conflict_format_check" CHECK (char_length("format") between 1 and 60), CONSTRAINT "import_conflict_release_check" CHECK (char_length("release") between 1 and 500), CONSTRAINT "import_conflict_file_check" CHECK (char_length("file") between 1 and 2000), CONSTRAINT "import_conflict_owner_check" CHECK (coalesce("report_id", "source_id", "faction_id", "location_id", "claim_id") = "record_id"), CONSTRAINT "import_conflict_resolution_rationale_check" CHECK (char_length("resolution_rationale") between 1 and 2000), CONSTRAINT "import_conflict_resolution_by_check" CHECK (char_length("resolution_by") between 1 and 500), CONSTRAINT "import_conflict_resolution_check" CHECK (num_nonnulls("resolution_rationale", "resolution_by", "resolution_at") = 3 or num_nonnulls("resolution_rationale", "resolution_by", "resolution_at") = 0), CONSTRAINT "import_conflict_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "import_conflict_report_id_idx" ON "import_conflict"  ("report_id") `,
    );
    await runner.query(
      `CREATE INDEX "import_conflict_source_id_idx" ON "import_conflict"  ("source_id") `,
    );
    await runner.query(
      `CREATE INDEX "import_conflict_faction_id_idx" ON "import_conflict"  ("faction_id") `,
    );
    await runner.query(
      `CREATE INDEX "import_conflict_location_id_idx" ON "import_conflict"  ("location_id") `,
    );
    await runner.query(
      `CREATE INDEX "import_conflict_claim_id_idx" ON "import_conflict"  ("claim_id") `,
    );
    await runner.query(
      `CREATE INDEX "import_conflict_record_id_field_at_idx" ON "import_conflict"  ("record_id", "field", "at") `,
    );
    await runner.query(
      `CREATE INDEX "import_conflict_state_at_id_idx" ON "import_conflict"  ("state", "at", "id") `,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "import_conflict_open_key" ON "import_conflict"  ("record_id", "field", "format") WHERE state = 'OPEN'`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_faction_id_fkey" FOREIGN KEY ("faction_id") REFERENCES "faction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" ADD CONSTRAINT "import_conflict_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "import_conflict" DROP CONSTRAINT "import_conflict_claim_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" DROP CONSTRAINT "import_conflict_location_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" DROP CONSTRAINT "import_conflict_faction_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" DROP CONSTRAINT "import_conflict_source_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "import_conflict" DROP CONSTRAINT "import_conflict_report_id_fkey"`,
    );
    await runner.query(`DROP INDEX "public"."import_conflict_open_key"`);
    await runner.query(`DROP INDEX "public"."import_conflict_state_at_id_idx"`);
    await runner.query(`DROP INDEX "public"."import_conflict_record_id_field_at_idx"`);
    await runner.query(`DROP INDEX "public"."import_conflict_claim_id_idx"`);
    await runner.query(`DROP INDEX "public"."import_conflict_location_id_idx"`);
    await runner.query(`DROP INDEX "public"."import_conflict_faction_id_idx"`);
    await runner.query(`DROP INDEX "public"."import_conflict_source_id_idx"`);
    await runner.query(`DROP INDEX "public"."import_conflict_report_id_idx"`);
    await runner.query(`DROP TABLE "import_conflict"`);
  }
}
