import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { dataSource } from '../database/data-source.ts';
import { migrate } from '../database/migrate.ts';
import { logLock } from '../database/routines/index.ts';
import { type Api, startApi } from '../testing/api.ts';
import { endPrograms, newFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { sealOf } from './backup/backup-seal.ts';
import { BackupReader } from './backup/read-backup.ts';
import { contentsOf } from './backup.testing.ts';
import { runCommand, startCommand } from './command.testing.ts';

// Each command is a process that loads the whole program.
jest.setTimeout(120_000);

let api: Api;
const folder = newFolder();
const file = join(folder, 'ledger.backup.gz');
const urlOf = ({ database }: Api) => (database.options as { url: string }).url;
const run = (args: string[], url = urlOf(api)) =>
  runCommand(folder, args, { DATABASE_URL: url, CLAIMGRAPH_HOME: join(folder, 'home') });

beforeAll(async () => {
  api = await startApi();
  expect(await run(['backup', file])).toMatchObject({ code: 0, out: '' });
});
afterAll(async () => {
  await api.stop();
  await endPrograms();
});

/** A file of changed text or bytes, and why it is refused. */
const damaged = async (bytes: Buffer): Promise<unknown> => {
  const reader = new BackupReader(Readable.from([bytes]));
  try {
    const header = await reader.readHeader();
    await reader.readTables(header, async (_table, rows) => {
      for await (const _ of rows);
    });
    return undefined;
  } catch (error) {
    return (error as Error).name;
  } finally {
    reader.close();
  }
};

const seal = (text: string): Buffer => {
  const bytes = gzipSync(text);
  return Buffer.concat([bytes, sealOf(createHash('sha256').update(bytes).digest('hex'))]);
};

describe('a damaged backup', () => {
  const whole = () => readFileSync(file);
  /** The text without the seal. */
  const textOf = () =>
    gunzipSync(whole())
      .toString()
      .replace(/sha256 \w+\n$/, '');

  test('is found wherever one of its bits was changed', async () => {
    expect(await damaged(whole())).toBeUndefined();
    const { length } = whole();
    const places = Array.from({ length: 200 }, (_, i) => Math.floor((i * (length - 1)) / 199));
    for (const place of [...places, 4, 8, 9, length - 2]) {
      const bytes = whole();
      bytes[place]! ^= 1;
      expect([place, await damaged(bytes)]).toEqual([place, 'BackupRefused']);
    }
  });

  test.each<[what: string, change: (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, -1)],
    ['cut off before the seal', (bytes) => bytes.subarray(0, -95)],
    ['cut in the middle', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['with a byte more', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['written twice', (bytes) => Buffer.concat([bytes, bytes])],
    ['empty', () => Buffer.alloc(0)],
    ['of another program', () => gzipSync('create table x ();\n')],
    ['sealed by gzip alone', (bytes) => gzipSync(gunzipSync(bytes))],
  ])('is found: %s', async (_what, change) => {
    expect(await damaged(change(whole()))).toBe('BackupRefused');
  });

  test.each<[what: string, change: (text: string) => string, message: RegExp]>([
    ['a row changed', (text) => text.replace('Diyaruna', 'Diyarunb'), /the rows of \w+ are not/],
    [
      'a table gone',
      (text) => text.replace(/\{"table":"claim"\}\n(?:.*\n)*?\\\.\n/, ''),
      /claim is m/,
    ],
    [
      'a table gone from the first line, too',
      (text) =>
        text
          .replace(/\{"table":"rating"\}\n\\\.\n/, '')
          .replace(/\{"name":"rating","columns":\[.*?\]\},/, ''),
      /it lacks rating\./,
    ],
    [
      'a newer format',
      (text) => text.replace('"formatVersion":1', '"formatVersion":2'),
      /its format has the version 2, and this Claimgraph reads 1 at most/,
    ],
    [
      'a newer version',
      (text) => text.replace(/("migrations":\[)/, '$1"Test1999999999999",'),
      /a newer version, with the migration Test1999999999999/,
    ],
    [
      'another last write',
      (text) => text.replace(/("lastWrite":\{"seq":"\d+",.*?"hash":")\w/, '$1x'),
      /does not end with the write/,
    ],
    [
      'a changed log, with new checksums',
      (text) => {
        const rows = /(?<=\{"table":"write_log"\}\n)(?:.*\n)*?(?=\\\.\n)/.exec(text)![0];
        const changed = rows.replace('\tlocal\t', '\tothers\t');
        const hash = (of: string) => createHash('sha256').update(of).digest('hex');
        return text.replace(rows, () => changed).replace(hash(rows), hash(changed));
      },
      /not sound:\nFAULT writes have .*: 1 wrong\n +write \d+ was changed/,
    ],
  ])('is not restored: %s', async (_what, change, message) => {
    const text = textOf();
    expect(change(text)).not.toBe(text);
    const path = join(folder, 'changed.gz');
    writeFileSync(path, seal(change(text)));
    const url = await scratchDatabase();
    const { code, err } = await run(['restore', path], url);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(err).not.toMatch(/^ +at /m);
    expect(await contentsOf(url)).toEqual({});
  });
});

describe('a restore', () => {
  test('refuses a ledger that is not empty, and one of another program', async () => {
    const before = await contentsOf(urlOf(api));
    const { code, err } = await run(['restore', file]);
    expect([code, err]).toEqual([1, expect.stringMatching(/^The ledger at .* is not empty .*\n$/)]);
    expect(await contentsOf(urlOf(api))).toEqual(before);
    const url = await scratchDatabase();
    const client = new pg.Client(url);
    await client.connect();
    await client.query('create table other ()');
    await client.end();
    const other = await run(['restore', file], url);
    expect([other.code, other.err]).toEqual([1, expect.stringMatching(/another program/)]);
  });

  test.each<[what: string, args: string[], message: RegExp]>([
    ['a missing file', ['restore', 'none.gz'], /^There is no file none\.gz\.\n$/],
    ['a folder', ['restore', '.'], /^\. cannot be read: it is a folder\.\n$/],
    ['no backup', ['restore', 'text.txt'], /^Nothing .* it is not a backup of Claimgraph\.\n$/],
    ['a damaged file to verify', ['verify', 'text.txt'], /^text\.txt is not sound: it is not a b/],
    ['a missing folder', ['backup', 'none/x.gz'], /^none\/x\.gz cannot be written: .*\n$/],
  ])('reports the mistake in one line: %s', async (_what, args, message) => {
    writeFileSync(join(folder, 'text.txt'), 'This is a text.\n');
    const { code, out, err } = await run(args);
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(message)]);
  });

  test('interrupted leaves nothing', async () => {
    const url = await scratchDatabase();
    const client = new pg.Client(url);
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [logLock]);
    const child = startCommand(folder, ['restore', file], { DATABASE_URL: url });
    const isWaiting = async () =>
      (
        await client.query(`select from pg_stat_activity where wait_event = 'advisory'
        and datname = current_database()`)
      ).rowCount;
    while (!(await isWaiting())) await new Promise((settle) => setTimeout(settle, 50));
    child.kill('SIGINT');
    const [[code], err] = await Promise.all([once(child, 'close'), text(child.stderr)]);
    expect([code, err]).toEqual([1, 'Interrupted. Nothing was changed.\n']);
    await client.end();
    expect(await contentsOf(url)).toEqual({});
  });

  test('of a ledger of an older version makes that version, and migrates it', async () => {
    const url = await scratchDatabase('sample');
    const older = await dataSource(url).initialize();
    for (let i = 0; i < 4; i += 1) await older.undoLastMigration();
    await older.destroy();
    expect((await run(['verify'], url)).err).toMatch(/does not match this version/);
    const { code, err } = await run(['backup', 'older.gz'], url);
    expect(code).toBe(0);
    const [, olderHead = ''] = /hash ([0-9a-f]{64})/.exec(err) ?? [];
    const target = await scratchDatabase();
    expect(await run(['restore', 'older.gz'], target)).toMatchObject({ code: 0, out: '' });
    const migrated = await dataSource(url).initialize();
    await migrate(migrated);
    await migrated.destroy();
    const tablesOf = async (ledger: string) => {
      // Migrations that were undone and made again have other numbers, and new salts and secrets
      // are random.
      const { migrations, migrations_id_seq, revision, write_log, ledger_key, ...tables } =
        await contentsOf(ledger);
      return tables;
    };
    expect(await tablesOf(target)).toEqual(await tablesOf(url));
    // The head of the older version is still recognised.
    for (const ledger of [target, url])
      expect((await run(['verify', '--head', olderHead], ledger)).code).toBe(0);
  });

  test('of a ledger in which something was scrubbed keeps its proof', async () => {
    const url = await scratchDatabase('sample');
    const client = new pg.Client(url);
    await client.connect();
    await client.query(`
      begin;
      select open_write('me', 'test');
      select begin_scrub('SOURCE', array(select id from source));
      update source set name = 'Somebody';
      update name set text = 'Somebody' where source_id is not null;
      select close_write();
      commit`);
    await client.end();
    expect((await run(['backup', 'scrubbed.gz'], url)).code).toBe(0);
    const target = await scratchDatabase();
    expect(await run(['restore', 'scrubbed.gz'], target)).toMatchObject({ code: 0 });
    expect((await run(['head'], target)).out).toBe((await run(['head'], url)).out);
    expect(await contentsOf(target)).toEqual(await contentsOf(url));
  });

  test('leaves out tables of another program', async () => {
    const url = await scratchDatabase('sample');
    const client = new pg.Client(url);
    await client.connect();
    await client.query('create table other (id int); insert into other values (1)');
    expect((await run(['backup', 'with-other.gz'], url)).code).toBe(0);
    const target = await scratchDatabase();
    const { code, err } = await run(['restore', 'with-other.gz'], target);
    expect([code, err]).toEqual([0, expect.stringMatching(/^Left out: other, which is not a t/)]);
    await client.query('drop table other');
    await client.end();
    expect(await contentsOf(target)).toEqual(await contentsOf(url));
  });

  test('reads standard input', async () => {
    const url = await scratchDatabase();
    const child = startCommand(folder, ['restore', '-'], { DATABASE_URL: url });
    Readable.from([readFileSync(file)]).pipe(child.stdin);
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });
});
