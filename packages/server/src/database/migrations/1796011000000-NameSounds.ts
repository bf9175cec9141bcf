import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names are compared by script and sounds. All keys are computed again after the migrations, see
 * `rebuild_name_key`.
 */
export class NameSounds1796011000000 implements MigrationInterface {
  name = 'NameSounds1796011000000';

  public async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "name_key"`);
    await runner.query(`ALTER TABLE "name_key" DROP COLUMN "arabic"`);
    await runner.query(`ALTER TABLE "name_key" ADD "script" text NOT NULL`);
    await runner.query(`ALTER TABLE "name_key" ADD "sound" bit varying`);
    await runner.query(`ALTER TABLE "name_key" ADD "slavic" text`);
    await runner.query(`ALTER TABLE "name_key" ADD "words" text array`);
    await runner.query(
      `CREATE TABLE "name_synonym" ("key" text NOT NULL, "name" text NOT NULL, "built_in" boolean NOT NULL, CONSTRAINT "name_synonym_pkey" PRIMARY KEY ("key", "name"))`,
    );
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "name_synonym"`);
    await runner.query(`DELETE FROM "name_key"`);
    await runner.query(`ALTER TABLE "name_key" DROP COLUMN "words"`);
    await runner.query(`ALTER TABLE "name_key" DROP COLUMN "slavic"`);
    await runner.query(`ALTER TABLE "name_key" DROP COLUMN "sound"`);
    await runner.query(`ALTER TABLE "name_key" DROP COLUMN "script"`);
    await runner.query(`ALTER TABLE "name_key" ADD "arabic" boolean NOT NULL`);
  }
}
