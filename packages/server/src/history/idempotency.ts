import { createHash } from 'node:crypto';
import { RecordKey } from '../compiler/payload.ts';
import { badInput, Refusal } from '../values/errors.ts';
import type { IdType } from '../values/ids.ts';
import type { Tx } from './write.ts';

/** How long a key is remembered. */
const keyLifetime = '24 hours';
const header = ['Idempotency-Key'];

export interface RepeatableWrite {
  key: string;
  /** What was asked, word for word. */
  request: string;
}

type Answer = Record<string, unknown>;

/**
 * A write that is sent again with its key (IETF draft "The Idempotency-Key HTTP Header Field") is not done again:
 * its answer is read anew from what it wrote the first time. Keys are a writer's own.
 * @throws Refusal CONFLICT when the key came with another request.
 */
export async function writeOnce(
  tx: Tx,
  { key, request }: RepeatableWrite,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const hash = createHash('sha256').update(request).digest();
  await tx.manager.query(`delete from idempotency_key where at < now() - $1::interval`, [
    keyLifetime,
  ]);
  const [known] = await tx.manager.query(
    'select request, answer from idempotency_key where by = $1 and key = $2',
    [tx.by, key],
  );
  if (known) {
    if (!hash.equals(known.request)) {
      throw new Refusal(
        'CONFLICT',
        'This Idempotency-Key came with another request before. Take a new key for a new write.',
        [{ path: header, message: 'Take a new key for a new write.' }],
      );
    }
    return thaw(known.answer) as Answer;
  }
  const answer = await work();
  await tx.manager.query(
    'insert into idempotency_key (by, key, request, answer) values ($1, $2, $3, $4)',
    [tx.by, key, hash, JSON.stringify(freeze(answer))],
  );
  return answer;
}

/** @throws Refusal unless it is 1 to 200 visible characters. */
export function readKey(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(value))
    throw badInput({
      path: header,
      message: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    });
  return value;
}

const freeze = (value: unknown): unknown => {
  if (value instanceof RecordKey) return { $ref: [value.type, value.key] };
  if (Array.isArray(value)) return value.map(freeze);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, freeze(each)]));
};

const thaw = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(thaw);
  if (value === null || typeof value !== 'object') return value;
  const { $ref } = value as { $ref?: [IdType, string] };
  return $ref
    ? new RecordKey(...$ref)
    : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, thaw(each)]));
};
