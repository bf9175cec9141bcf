import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `indexes.ts` has an index in its place that takes addresses of any length. */
export class HashUrls1796053200000 implements MigrationInterface {
  name = 'HashUrls1796053200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."report_url_idx"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX IF EXISTS "public"."report_url_idx"`);
    await runner.query(`CREATE INDEX "report_url_idx" ON "report"  ("url") WHERE url is not null`);
  }
}
