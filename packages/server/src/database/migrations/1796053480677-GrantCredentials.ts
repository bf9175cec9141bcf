import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Says which key a grant to read an identity is for, since a key and a token may have the same
 * name. A grant of before is for the key that had its name then, if that is still valid. Others are
 * revoked: nobody can say whom they were for. Generated and completed.
 */
export class GrantCredentials1796053480677 implements MigrationInterface {
  name = 'GrantCredentials1796053480677';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."identity_grant_viewer_source_id_idx"`);
    await runner.query(`ALTER TABLE "identity_grant" ADD "credential_id" text`);
    await runner.query(
      `update identity_grant g set credential_id = 'key:' || k.id from api_key k
       where k.name = g.viewer and k.home is null and k.revoked_at is null
         and k.created_at <= g.granted_at`,
    );
    await runner.query(
      `update identity_grant g set revoked_at = now(), revoked_by = 'migration'
       where credential_id is null and revoked_at is null`,
    );
    await runner.query(
      `CREATE INDEX "identity_grant_credential_id_source_id_idx" ON "identity_grant"  ("credential_id", "source_id") `,
    );
    await runner.query(
      `ALTER TABLE "identity_grant" ADD CONSTRAINT "identity_grant_credential_id_check" CHECK (char_length("credential_id") between 1 and 2000)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "identity_grant" DROP CONSTRAINT "identity_grant_credential_id_check"`,
    );
    await runner.query(`DROP INDEX "public"."identity_grant_credential_id_source_id_idx"`);
    await runner.query(`ALTER TABLE "identity_grant" DROP COLUMN "credential_id"`);
    await runner.query(
      `CREATE INDEX "identity_grant_viewer_source_id_idx" ON "identity_grant" USING btree ("source_id", "viewer") `,
    );
  }
}
