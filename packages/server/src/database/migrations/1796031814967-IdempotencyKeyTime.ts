import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Generated and reviewed. */
export class IdempotencyKeyTime1796031814967 implements MigrationInterface {
  name = 'IdempotencyKeyTime1796031814967';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "idempotency_key_at_idx" ON "idempotency_key"  ("at") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."idempotency_key_at_idx"`);
  }
}
