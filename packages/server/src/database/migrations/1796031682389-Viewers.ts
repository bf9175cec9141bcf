import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Generated and reviewed. */
export class Viewers1796031682389 implements MigrationInterface {
  name = 'Viewers1796031682389';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "api_key" ("id" uuid NOT NULL, "name" text NOT NULL, "role" text NOT NULL, "hash" bytea NOT NULL, "home" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "api_key_hash_check" CHECK (octet_length("hash") = 32), CONSTRAINT "api_key_role_check" CHECK ("role" in ('READER', 'ANALYST', 'EDITOR', 'ADMIN')), CONSTRAINT "api_key_name_check" CHECK (char_length("name") between 1 and 100), CONSTRAINT "api_key_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "api_key_live_name_key" ON "api_key"  ("name") WHERE revoked_at is null and home is null`,
    );
    await runner.query(`CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"  ("hash") `);
    await runner.query(
      `CREATE TABLE "viewer_session" ("hash" bytea NOT NULL, "key_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "viewer_session_pkey" PRIMARY KEY ("hash"))`,
    );
    await runner.query(`CREATE INDEX "viewer_session_key_id_idx" ON "viewer_session"  ("key_id") `);
    await runner.query(
      `CREATE INDEX "viewer_session_expires_at_idx" ON "viewer_session"  ("expires_at") `,
    );
    await runner.query(
      `ALTER TABLE "viewer_session" ADD CONSTRAINT "viewer_session_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "viewer_session" DROP CONSTRAINT "viewer_session_key_id_fkey"`);
    await runner.query(`DROP INDEX "public"."viewer_session_expires_at_idx"`);
    await runner.query(`DROP INDEX "public"."viewer_session_key_id_idx"`);
    await runner.query(`DROP TABLE "viewer_session"`);
    await runner.query(`DROP INDEX "public"."api_key_hash_key"`);
    await runner.query(`DROP INDEX "public"."api_key_live_name_key"`);
    await runner.query(`DROP TABLE "api_key"`);
  }
}
