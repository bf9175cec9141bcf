import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes when who a source is was erased. Generated and reviewed. */
export class ErasedSources1796044910439 implements MigrationInterface {
  name = 'ErasedSources1796044910439';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "source" ADD "erased_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "source" DROP COLUMN "erased_at"`);
    await runner.query(`ALTER TABLE IF EXISTS "source_history" DROP COLUMN IF EXISTS "erased_at"`);
  }
}
