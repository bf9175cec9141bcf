import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  deriveKey,
  filePurpose,
  keyedHashOf,
  requestPurpose,
} from '../../history/ledger-secret.ts';

/**
 * Hashes requests and files with a key of the ledger, which can be sealed. Requests that were sent
 * before, and imports that were interrupted, are still recognised.
 */
export class KeyedHashes1796054785959 implements MigrationInterface {
  name = 'KeyedHashes1796054785959';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "ledger_key" ADD "nonce" bytea`);
    await runner.query(
      `INSERT INTO ledger_key (purpose, secret) VALUES ('without master key', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))`,
    );
    const [{ secret }] = await runner.query(
      `SELECT secret FROM ledger_key WHERE purpose = 'pseudonym'`,
    );
    const requests: { by: string; key: string; request: Buffer }[] = await runner.query(
      'SELECT by, key, request FROM idempotency_key',
    );
    const requestKey = deriveKey(secret, requestPurpose);
    await runner.query(
      `UPDATE idempotency_key k SET request = n.request
       FROM unnest($1::text[], $2::text[], $3::bytea[]) AS n(by, key, request)
       WHERE k.by = n.by AND k.key = n.key`,
      [
        requests.map(({ by }) => by),
        requests.map(({ key }) => key),
        requests.map(({ request }) => keyedHashOf(requestKey, request)),
      ],
    );
    const runs: { id: string; content: string }[] = await runner.query(
      'SELECT id, content FROM import_run',
    );
    const fileKey = deriveKey(secret, filePurpose);
    await runner.query(
      `UPDATE import_run r SET content = n.content
       FROM unnest($1::uuid[], $2::text[]) AS n(id, content) WHERE r.id = n.id`,
      [
        runs.map(({ id }) => id),
        runs.map(({ content }) =>
          keyedHashOf(fileKey, Buffer.from(content, 'hex')).toString('hex'),
        ),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM ledger_key WHERE purpose = 'without master key'`);
    await runner.query(`ALTER TABLE "ledger_key" DROP COLUMN "nonce"`);
  }
}
