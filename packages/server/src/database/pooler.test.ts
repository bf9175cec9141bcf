import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { scratchDatabase } from '../testing/scratch.ts';
import { connect } from './connect.ts';
import { StartError } from './start-error.ts';

const isInstalled = spawnSync('pgbouncer', ['--version']).status === 0;
if (!isInstalled) console.warn('Skipped: PgBouncer is not installed.');

let pooler: ChildProcess | undefined;
let folder = '';
afterEach(async () => {
  pooler?.kill();
  if (folder) await rm(folder, { recursive: true });
});

/** Puts PgBouncer before a database. @returns the URL to use instead. */
async function startPooler(databaseUrl: string, mode: 'transaction' | 'session'): Promise<string> {
  folder = await mkdtemp(join(tmpdir(), 'pooler-'));
  await chmod(folder, 0o755);
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const { port: ownPort } = free.address() as { port: number };
  await new Promise((resolve) => free.close(resolve));
  const name = pathname.slice(1);
  await writeFile(
    join(folder, 'pooler.ini'),
    `[databases]
${name} = host=${hostname} port=${port} dbname=${name} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${ownPort}
auth_type = any
pool_mode = ${mode}
unix_socket_dir =
`,
  );
  const asOther = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  pooler = spawn('pgbouncer', ['-q', ...asOther, join(folder, 'pooler.ini')], { stdio: 'ignore' });
  const url = `postgres://${username}:x@127.0.0.1:${ownPort}/${name}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const client = new pg.Client(url);
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isUp) break;
    await sleep(50);
  }
  return url;
}

(isInstalled ? describe : describe.skip)('PgBouncer', () => {
  test('in transaction mode is refused with what to do', async () => {
    const url = await startPooler(await scratchDatabase('sample'), 'transaction');
    const connecting = connect(url);
    await expect(connecting).rejects.toThrow(StartError);
    await expect(connecting).rejects.toThrow(/set pool_mode to session/);
  });

  test('in session mode is accepted', async () => {
    const database = await connect(await startPooler(await scratchDatabase('sample'), 'session'));
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.destroy();
  });
});
