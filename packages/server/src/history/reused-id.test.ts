import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dataSource } from '../database/data-source.ts';
import { newHome, query } from '../database/embedded.testing.ts';
import { startEmbedded } from '../database/embedded.ts';
import { findOutcome, readTransaction, type TransactionId } from './outcome.ts';

/** Begins a transaction, which nothing that it did makes durable. */
async function begin(url: string): Promise<TransactionId & { client: pg.Client; pid: number }> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  const { rows } = await client.query(readTransaction);
  const { rows: backends } = await client.query('select pg_backend_pid() as pid');
  return { ...rows[0], client, pid: backends[0].pid };
}

/** Waits until PostgreSQL, which is just starting, answers. */
async function untilAnswered(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await sleep(50);
    }
  }
}

test('a transaction whose id another one has since a crash has an unknown outcome', async () => {
  const server = await startEmbedded(newHome(), { durable: false });
  let database: DataSource | undefined;
  try {
    await query(server.url, 'create table note (n int)');
    const committed = await begin(server.url);
    await committed.client.query('insert into note values (1); commit');
    await committed.client.end();
    // Without it, the crash takes the table, too: this PostgreSQL does not wait for its disk.
    await query(server.url, 'checkpoint');
    const lost = await begin(server.url);
    database = await dataSource(server.url).initialize();
    expect(await findOutcome(database, committed)).toBe('committed');
    process.kill(lost.pid, 'SIGKILL');
    await untilAnswered(server.url);
    expect(await findOutcome(database, lost)).toBe('aborted');
    // Other transactions get the ids from that of the lost one on.
    const insert = 'insert into note values (2) returning pg_current_xact_id()::text';
    expect(await query(server.url, insert)).toEqual([lost.id]);
    expect(await query(server.url, `select pg_xact_status('${lost.id}')`)).toEqual(['committed']);
    expect(await findOutcome(database, lost)).toBeUndefined();
  } finally {
    await database?.destroy();
    await server.stop();
  }
});
