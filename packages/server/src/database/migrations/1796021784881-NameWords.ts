import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Generated and reviewed. */
export class NameWords1796021784881 implements MigrationInterface {
  name = 'NameWords1796021784881';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "name_key" ADD "sounds" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "name_key" DROP COLUMN "sounds"`);
  }
}
