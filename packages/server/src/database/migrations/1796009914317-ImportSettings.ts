import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores what the rows of an import were read by, and the areas that places of a gazetteer wait
 * for. A match by exact name has one name for all record types.
 */
export class ImportSettings1796009914317 implements MigrationInterface {
  name = 'ImportSettings1796009914317';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "import_parent" ("location_id" uuid NOT NULL, "system" text NOT NULL, "code" text NOT NULL, CONSTRAINT "import_parent_pkey" PRIMARY KEY ("location_id"))`,
    );
    await runner.query(
      `CREATE INDEX "import_parent_system_code_idx" ON "import_parent"  ("system", "code") `,
    );
    await runner.query(`ALTER TABLE "import_run" ADD "settings" jsonb`);
    await runner.query(`UPDATE "import_match" SET "how" = 'NAME_EXACT' WHERE "how" = 'EXACT_NAME'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "import_run" DROP COLUMN "settings"`);
    await runner.query(`DROP INDEX "public"."import_parent_system_code_idx"`);
    await runner.query(`DROP TABLE "import_parent"`);
  }
}
