import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi, testMasterKeys } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { endPrograms, launchCommand, newFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { masterKeyPath, masterKeysOf } from './master-key-file.ts';

const folder = newFolder();
const home = join(folder, '.claimgraph');
let databaseUrl: string;
let direct: pg.Client;
let api: Api;
let hidden: string[];
beforeAll(async () => {
  mkdirSync(home);
  writeFileSync(masterKeyPath(home), `${testMasterKeys()[0]?.toText()}\n`, { mode: 0o600 });
  databaseUrl = await scratchDatabase('ledger');
  direct = new pg.Client(databaseUrl);
  await direct.connect();
  const settings = { home, masterKey: undefined, newMasterKey: undefined };
  api = await startApi('ledger', { databaseUrl, masterKeys: masterKeysOf(settings) });
  const make = fixtures(api);
  hidden = await Promise.all(
    ['Ulf Alder', 'Ulf Birch', 'Ulf Cedar'].map((name) =>
      make.aSource(name, { protection: 'PROTECTED' }),
    ),
  );
  const until = new Date(Date.now() + 3_600_000).toISOString();
  for (const id of hidden)
    await api.data(
      `mutation ($id: ID!, $until: DateTime!) {
        grantIdentity(sourceId: $id, viewer: "local", until: $until, purpose: "x") { grant { id } }
      }`,
      { id, until },
    );
});
afterAll(async () => {
  await direct?.end();
  await api?.stop();
  await endPrograms();
});

/** The names of the protected sources, as the server reads them now. */
const readNames = async (): Promise<string[]> => {
  const names: string[] = [];
  for (const id of hidden) {
    const { readIdentity } = await api.data(
      `mutation ($id: ID!) { readIdentity(sourceId: $id) { identity { names { text } } } }`,
      { id },
    );
    names.push(readIdentity.identity.names[0].text);
  }
  return names;
};

/** Runs a statement until it returns a row. */
const waitFor = async (statement: string) => {
  while (!(await direct.query(statement)).rowCount) await sleep(20);
};

const rotate = () =>
  launchCommand(folder, ['keys', 'rotate-master'], { DATABASE_URL: databaseUrl });
const files = () =>
  [masterKeyPath(home), `${masterKeyPath(home)}.next`].map((path) =>
    existsSync(path) ? readFileSync(path, 'utf8') : null,
  );
const versionOfKey = async (): Promise<number> =>
  (await direct.query('select version from master_key_check')).rows[0].version;

/** Where the rotation is when its process is killed, and the version that the ledger then uses. */
const moments: [what: string, pause: string, version: number][] = [
  ['seals identities', 'before update on source_identity', 1],
  ['has not yet noted the new key', 'before update on master_key_check', 1],
  ['commits', 'after update on master_key_check deferrable initially deferred', 2],
];

test.each(moments)(
  'a rotation killed while it %s loses nothing',
  async (_, pause, version) => {
    await direct.query(`
    create function pause() returns trigger language plpgsql as $$
    begin perform pg_sleep(1.5); return new; end $$;
    create ${pause.startsWith('after') ? 'constraint' : ''} trigger zz_pause ${pause}
      for each row execute function pause()`);
    const before = { files: files(), version: await versionOfKey() };
    const first = rotate();
    await waitFor(`select from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`);
    await first.end('SIGKILL');
    // PostgreSQL ends what the process had begun.
    await waitFor(`select where not exists (select from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep')`);
    await direct.query('drop function pause() cascade');
    await sleep(200);
    expect(await versionOfKey()).toBe(before.version + version - 1);
    expect(files()[0]).toBe(before.files[0]);
    expect(files()[1]).toMatch(/^[\da-f]{64}\n$/);
    expect(await readNames()).toEqual(['Ulf Alder', 'Ulf Birch', 'Ulf Cedar']);

    // The same call completes it, with the key that it had made.
    const next = files()[1];
    const second = rotate();
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(files()).toEqual([next, null]);
    expect(await versionOfKey()).toBe(before.version + 1);
    expect(await readNames()).toEqual(['Ulf Alder', 'Ulf Birch', 'Ulf Cedar']);
  },
  240_000,
);
