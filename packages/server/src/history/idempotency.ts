import { RecordKey } from '../compiler/payload.ts';
import { badInput, Refusal } from '../values/errors.ts';
import type { IdType } from '../values/ids.ts';
import {
  keyedHash,
  readLedgerKey,
  readLedgerSecret,
  readOpenKey,
  requestPurpose,
} from './ledger-secret.ts';
import type { Tx } from './write.ts';

/** How long an idempotency key counts. After that it is deleted by `expireKeys`. */
export const keyLifetime = '24 hours';
const headerPath = ['Idempotency-Key'];

/** A write that the client may send again. */
export interface RepeatableWrite {
  key: string;
  /** The request as one text: a key belongs to exactly this text. */
  request: string;
}

type Answer = Record<string, unknown>;

/**
 * Does a write once per idempotency key (IETF draft "The Idempotency-Key HTTP Header Field"). A
 * repeated request does nothing, and its answer shows the records of the first one as they are now.
 * Keys of different authors are independent.
 *
 * @throws Refusal CONFLICT if the key was used for a different request; UNAVAILABLE if this server
 * cannot tell.
 */
export async function writeOnce(
  tx: Tx,
  { key, request }: RepeatableWrite,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const [secret, [earlier]] = await Promise.all([
    readLedgerKey(tx.query, tx.masterKeys, requestPurpose),
    tx.query<{ request: Buffer; answer: Answer }>(
      `select request, answer from idempotency_key
       where by = $1 and key = $2 and at > now() - $3::interval`,
      [tx.by, key, keyLifetime],
    ),
  ]);
  const hash = keyedHash(secret, request);
  if (earlier) {
    if (!hash.equals(earlier.request) && !(await isOpenHash(tx, request, earlier.request))) {
      throw new Refusal(
        'CONFLICT',
        'This Idempotency-Key was used for a different request. Use a new key for a new write.',
        [{ path: headerPath, message: 'Use a new key for a new write.' }],
      );
    }
    return withRecordKeys(earlier.answer) as Answer;
  }
  const answer = await work();
  await tx.manager.query(
    `insert into idempotency_key (by, key, request, answer) values ($1, $2, $3, $4)
     on conflict (by, key) do update
     set request = excluded.request, answer = excluded.answer, at = now()`,
    [tx.by, key, hash, JSON.stringify(withReferences(answer))],
  );
  return answer;
}

/**
 * Whether a server without the master key of the ledger hashed this request.
 *
 * @throws Refusal UNAVAILABLE on such a server: another one may have hashed it, with the key.
 */
async function isOpenHash(
  { query, masterKeys }: Tx,
  request: string,
  hash: Buffer,
): Promise<boolean> {
  if (!(await readLedgerSecret(query, masterKeys)))
    throw new Refusal(
      'UNAVAILABLE',
      'This Idempotency-Key was used before. This server cannot tell whether for the same ' +
        'request, because it does not have the master key of the ledger. Send it again with the ' +
        'same Idempotency-Key once CLAIMGRAPH_MASTER_KEY is set to the right one.',
      [],
      { outcome: 'UNKNOWN' },
    );
  return keyedHash(await readOpenKey(query, requestPurpose), request).equals(hash);
}

/** The value of the header, checked. @throws Refusal unless it has 1 to 200 visible characters. */
export function readKey(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(value))
    throw badInput({
      path: headerPath,
      message: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    });
  return value;
}

/** The refusal of a key for a write whose answer must not be stored. */
export const notRepeatable = (field: string): Refusal =>
  badInput({
    path: headerPath,
    message: `${field} takes no Idempotency-Key, because its answer must not be stored. Send none.`,
  });

const mapValues = (object: object, map: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));

/** An answer as JSON: records as `{ $ref: [type, key] }`. */
const withReferences = (value: unknown): unknown => {
  if (value instanceof RecordKey) return { $ref: [value.type, value.key] };
  if (Array.isArray(value)) return value.map(withReferences);
  if (value === null || typeof value !== 'object') return value;
  return mapValues(value, withReferences);
};

/** The reverse of {@link withReferences}. */
const withRecordKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withRecordKeys);
  if (value === null || typeof value !== 'object') return value;
  const { $ref } = value as { $ref?: [IdType, string] };
  return $ref ? new RecordKey(...$ref) : mapValues(value, withRecordKeys);
};
