import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';
import { checkRequirements } from './requirements.ts';

const cluster = process.env.CLAIMGRAPH_TEST_CLUSTER!;
const names: string[] = [];

const administer = async (...statements: string[]) => {
  const client = new pg.Client(cluster);
  await client.connect();
  try {
    for (const each of statements) await client.query(each);
  } finally {
    await client.end();
  }
};

/** The URL of a new, empty database with these options. */
const databaseWith = async (options: string) => {
  const name = `requirements_${randomBytes(4).toString('hex')}`;
  await administer(`create database ${name} template template0 ${options}`);
  names.push(name);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url;
};
afterAll(() => administer(...names.map((name) => `drop database if exists ${name} with (force)`)));

const messageOf = async (url: URL) => {
  const database = await connect(url.href).catch((error: Error) => error);
  if (database instanceof Error) return `${database.name}: ${database.message}`;
  await database.destroy();
  return 'usable';
};

const libc = 'locale_provider libc';
const sound = "encoding 'UTF8' locale_provider icu icu_locale 'und'";

describe('a database is refused in one line that says what to do', () => {
  test.each([
    ['the locale C of libc', `encoding 'UTF8' ${libc} locale 'C'`, /locale C,.*'(C.UTF-8|und)'\.$/],
    ['the locale POSIX', `encoding 'UTF8' ${libc} locale 'POSIX'`, /locale (C|POSIX),/],
    [
      'a Turkish locale',
      "encoding 'UTF8' locale_provider icu icu_locale 'tr'",
      /ış.*instead of iş/,
    ],
    ['the encoding LATIN1', `encoding 'LATIN1' ${libc} locale 'C'`, /encoding is LATIN1/],
    ['the encoding SQL_ASCII', `encoding 'SQL_ASCII' ${libc} locale 'C'`, /encoding is SQL_ASCII/],
  ])('with %s', async (_, options, fault) => {
    const message = await messageOf(await databaseWith(options));
    expect(message).toMatch(/^StartError: The database at \S+\/requirements_\w+ cannot be used: /);
    expect(message).toMatch(/create database NAME template template0 encoding 'UTF8'/);
    expect(message).not.toContain('\n');
    expect(message).toMatch(fault);
  });

  test('with a PostgreSQL that is too old', async () => {
    const old = { query: async () => ({ rows: [{ version: 12, encoding: 'UTF8' }] }) };
    await expect(checkRequirements(old as never, 'localhost:5432/db')).rejects.toThrow(
      /^The database at localhost:5432\/db cannot be used: it is PostgreSQL 12\. .* 15 or newer/,
    );
  });

  test('that belongs to somebody else', async () => {
    const url = await databaseWith(sound);
    const user = `guest_${randomBytes(4).toString('hex')}`;
    await administer(`create role ${user} login password 'guest'`);
    const database = await connect(
      Object.assign(new URL(url), { username: user, password: 'guest' }).href,
    );
    try {
      await expect(migrate(database)).rejects.toMatchObject({
        name: 'StartError',
        message: expect.stringMatching(/^The database cannot be prepared: .* must own .*$/),
      });
    } finally {
      await database.destroy();
      await administer(`drop role ${user}`);
    }
  });

  test('that has tables of another program, which stay as they are', async () => {
    const url = await databaseWith(sound);
    const database = await connect(url.href);
    try {
      await database.query('create table claim (colour text)');
      await expect(migrate(database)).rejects.toMatchObject({
        name: 'StartError',
        message: expect.stringContaining('Give one that is empty.'),
      });
      expect(await database.query('select * from claim')).toEqual([]);
    } finally {
      await database.destroy();
    }
  });
});

test.each([
  ['ICU', sound],
  ['ICU for Arabic', "encoding 'UTF8' locale_provider icu icu_locale 'ar-SY'"],
  // The test cluster has the builtin locale C.UTF-8, unless it is one of the developer's.
  ['the locale of the cluster', ''],
])('a database is accepted with %s, and can be migrated', async (_, options) => {
  const database = await connect((await databaseWith(options)).href);
  try {
    await migrate(database);
  } finally {
    await database.destroy();
  }
});
