import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `location_within` is written by triggers alone: its references need no check of their own. */
export class IndexWithoutChecks1796019575337 implements MigrationInterface {
  name = 'IndexWithoutChecks1796019575337';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "location_within" DROP CONSTRAINT "location_within_ancestor_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "location_within" DROP CONSTRAINT "location_within_location_id_fkey"`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "location_within" ADD CONSTRAINT "location_within_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "location_within" ADD CONSTRAINT "location_within_ancestor_id_fkey" FOREIGN KEY ("ancestor_id") REFERENCES "location"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }
}
