import type pg from 'pg';
import { OctetQuery } from './octets.ts';
import type { Statement } from './read.ts';

/** Runs a compiled statement: the octets of its text, or null when it found no row. */
export type Run = (statement: Statement) => Promise<string | null>;

/** A pool or one of its connections. */
interface Queryable {
  query(query: OctetQuery, done: OctetQuery['callback']): unknown;
}

export const runOn =
  (client: Queryable): Run =>
  (statement) =>
    new Promise((resolve, reject) => {
      client.query(new OctetQuery(statement), (error, octets) => (error ? reject(error) : resolve(octets ?? null)));
    });

/** Gives work a way to read: from the pool, or, for several fields, in one snapshot that is ended afterwards. */
export async function readIn<T>(pool: pg.Pool, several: boolean, work: (run: Run) => T | Promise<T>): Promise<T> {
  if (!several) return work(runOn(pool));
  const snapshot = new Snapshot(pool);
  try {
    return await work((statement) => snapshot.run(statement));
  } finally {
    await snapshot.end();
  }
}

/** A read-only transaction, begun at the first read; a read that fails leaves the others their answers. */
class Snapshot {
  private client: Promise<pg.PoolClient> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private broken = false;
  /** What ends a connection between two reads is told to nobody else; unheard, it would end the process. */
  private readonly lost = (): void => {
    this.broken = true;
  };

  constructor(private readonly pool: pg.Pool) {}

  run(statement: Statement): Promise<string | null> {
    const answer = this.last.then(async () => {
      this.client ??= this.begin();
      const client = await this.client;
      await client.query('savepoint field');
      try {
        return await runOn(client)(statement);
      } catch (error) {
        await client.query('rollback to field').catch(() => {
          this.broken = true;
        });
        throw error;
      }
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async end(): Promise<void> {
    await this.last;
    const client = await this.client?.catch(() => undefined);
    if (!client) return;
    await client.query('commit').catch(() => {
      this.broken = true;
    });
    client.off('error', this.lost).release(this.broken);
  }

  private async begin(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    client.on('error', this.lost);
    try {
      await client.query('begin isolation level repeatable read read only');
      return client;
    } catch (error) {
      client.off('error', this.lost).release(true);
      throw error;
    }
  }
}
