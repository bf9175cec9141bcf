import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Generated and reviewed. */
export class NamesAndSearch1795642517602 implements MigrationInterface {
  name = 'NamesAndSearch1795642517602';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "name_key" ("name_id" uuid NOT NULL, "form" integer NOT NULL, "type" text NOT NULL, "owner_id" uuid NOT NULL, "weak" boolean NOT NULL, "arabic" boolean NOT NULL, "exact" text NOT NULL, "spelled" text NOT NULL, "solid" text NOT NULL, "skeleton" text, "stem" text, CONSTRAINT "name_key_pkey" PRIMARY KEY ("name_id", "form"))`,
    );
    await runner.query(`CREATE INDEX "name_key_owner_id_idx" ON "name_key"  ("owner_id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."name_key_owner_id_idx"`);
    await runner.query(`DROP TABLE "name_key"`);
  }
}
