import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Generated and reviewed. */
export class ProtectedIdentities1796043009610 implements MigrationInterface {
  name = 'ProtectedIdentities1796043009610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "identity_grant" ("id" uuid NOT NULL, "source_id" uuid NOT NULL, "viewer" text NOT NULL, "purpose" text NOT NULL, "until" TIMESTAMP WITH TIME ZONE NOT NULL, "granted_by" text NOT NULL, "granted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_by" text, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "identity_grant_viewer_check" CHECK (char_length("viewer") between 1 and 100), CONSTRAINT "identity_grant_purpose_check" CHECK (char_length("purpose") between 1 and 2000), CONSTRAINT "identity_grant_granted_by_check" CHECK (char_length("granted_by") between 1 and 100), CONSTRAINT "identity_grant_revoked_by_check" CHECK (char_length("revoked_by") between 1 and 100), CONSTRAINT "identity_grant_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "identity_grant_source_id_idx" ON "identity_grant"  ("source_id") `,
    );
    await runner.query(
      `CREATE INDEX "identity_grant_granted_at_id_idx" ON "identity_grant"  ("granted_at", "id") `,
    );
    await runner.query(
      `CREATE INDEX "identity_grant_viewer_source_id_idx" ON "identity_grant"  ("viewer", "source_id") `,
    );
    await runner.query(
      `CREATE TABLE "identity_reading" ("id" uuid NOT NULL, "source_id" uuid NOT NULL, "viewer" text NOT NULL, "grant_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "identity_reading_viewer_check" CHECK (char_length("viewer") between 1 and 100), CONSTRAINT "identity_reading_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "identity_reading_source_id_idx" ON "identity_reading"  ("source_id") `,
    );
    await runner.query(
      `CREATE INDEX "identity_reading_grant_id_idx" ON "identity_reading"  ("grant_id") `,
    );
    await runner.query(
      `CREATE INDEX "identity_reading_at_id_idx" ON "identity_reading"  ("at", "id") `,
    );
    await runner.query(
      `CREATE TABLE "source_identity" ("id" uuid NOT NULL, "source_id" uuid NOT NULL, "ordinal" integer NOT NULL, "key_version" integer NOT NULL, "nonce" bytea NOT NULL, "sealed" bytea NOT NULL, CONSTRAINT "source_identity_nonce_check" CHECK (octet_length("nonce") = 12), CONSTRAINT "source_identity_pkey" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "source_identity_ordinal_key" ON "source_identity"  ("ordinal") `,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "source_identity_source_id_key" ON "source_identity"  ("source_id") `,
    );
    await runner.query(
      `CREATE TABLE "identity_lookup" ("hash" bytea NOT NULL, "record_id" uuid NOT NULL, "identity_id" uuid NOT NULL, CONSTRAINT "identity_lookup_pkey" PRIMARY KEY ("hash", "record_id"))`,
    );
    await runner.query(
      `CREATE INDEX "identity_lookup_identity_id_idx" ON "identity_lookup"  ("identity_id") `,
    );
    await runner.query(
      `CREATE TABLE "master_key_check" ("version" integer NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "master_key_check_pkey" PRIMARY KEY ("version"))`,
    );
    await runner.query(
      `ALTER TABLE "identity_grant" ADD CONSTRAINT "identity_grant_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "identity_reading" ADD CONSTRAINT "identity_reading_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "identity_reading" ADD CONSTRAINT "identity_reading_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "identity_grant"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "source_identity" ADD CONSTRAINT "source_identity_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "identity_lookup" ADD CONSTRAINT "identity_lookup_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "source_identity"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "identity_lookup" DROP CONSTRAINT "identity_lookup_identity_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "source_identity" DROP CONSTRAINT "source_identity_source_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "identity_reading" DROP CONSTRAINT "identity_reading_grant_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "identity_reading" DROP CONSTRAINT "identity_reading_source_id_fkey"`,
    );
    await runner.query(
      `ALTER TABLE "identity_grant" DROP CONSTRAINT "identity_grant_source_id_fkey"`,
    );
    await runner.query(`DROP TABLE "master_key_check"`);
    await runner.query(`DROP INDEX "public"."identity_lookup_identity_id_idx"`);
    await runner.query(`DROP TABLE "identity_lookup"`);
    await runner.query(`DROP INDEX "public"."source_identity_source_id_key"`);
    await runner.query(`DROP INDEX "public"."source_identity_ordinal_key"`);
    await runner.query(`DROP TABLE "source_identity"`);
    await runner.query(`DROP INDEX "public"."identity_reading_at_id_idx"`);
    await runner.query(`DROP INDEX "public"."identity_reading_grant_id_idx"`);
    await runner.query(`DROP INDEX "public"."identity_reading_source_id_idx"`);
    await runner.query(`DROP TABLE "identity_reading"`);
    await runner.query(`DROP INDEX "public"."identity_grant_viewer_source_id_idx"`);
    await runner.query(`DROP INDEX "public"."identity_grant_granted_at_id_idx"`);
    await runner.query(`DROP INDEX "public"."identity_grant_source_id_idx"`);
    await runner.query(`DROP TABLE "identity_grant"`);
  }
}
