import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Batches of an import differ in size, so each is recorded before it runs. They had 2,000 rows. */
export class ImportBatchRows1796013000000 implements MigrationInterface {
  name = 'ImportBatchRows1796013000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "import_batch" ADD "rows" integer NOT NULL DEFAULT 2000`);
    await runner.query(`ALTER TABLE "import_batch" ALTER COLUMN "rows" DROP DEFAULT`);
    await runner.query(`ALTER TABLE "import_batch" ALTER COLUMN "counts" DROP NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "import_batch" WHERE "counts" IS NULL`);
    await runner.query(`ALTER TABLE "import_batch" ALTER COLUMN "counts" SET NOT NULL`);
    await runner.query(`ALTER TABLE "import_batch" DROP COLUMN "rows"`);
  }
}
