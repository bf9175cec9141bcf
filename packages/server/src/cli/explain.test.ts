// cspell:ignore statment
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { clusterPaths } from '../database/cluster.ts';
import { connect } from '../database/connect.ts';
import { startEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { findPostmaster } from '../database/postmaster.ts';
import { type Api, startApi } from '../testing/api.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { commandPath, runCommand, startCommand } from './command.testing.ts';

const operations = fileURLToPath(new URL('../../../sdk/src/operations/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-explain-'));
// Under root, PostgreSQL may run as a user who must pass through here.
chmodSync(folder, 0o711);

let api: Api;
let url: string;
let place: string;
beforeAll(async () => {
  api = await startApi();
  url = (api.database.options as { url: string }).url;
  const found = await api.data(
    '{ record(type: LOCATION, externalId: { system: "ocha-pcode", value: "SY12" }) { id } }',
  );
  place = found.record.id;
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

interface RunOptions {
  input?: string;
  env?: Record<string, string>;
  program?: string;
}

/** The program in this test's folder, on its database by default. */
const claimgraph = async (
  args: string[],
  { input, env = { DATABASE_URL: url }, program }: RunOptions = {},
) => {
  if (input === undefined && !program) return runCommand(folder, args, env);
  const child = startCommand(folder, args, env, program);
  child.stdin.on('error', () => undefined).end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number, out, err };
};
const explain = (args: string[], given?: RunOptions) => claimgraph(['explain', ...args], given);

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return name;
};

const query = `query ($id: ID!, $first: Int, $text: String) {
  location(id: $id) { label claims(first: $first) { totalCount nodes { statement } } }
  said: claims(filter: { text: $text }) { totalCount }
  record(type: LOCATION, externalId: { system: "ocha-pcode", value: "SY12" }) { id }
}`;

describe('claimgraph explain', () => {
  test('shows the statement of each root field as the server sends it', async () => {
    const variables = { id: place, first: 3, text: "who's there" };
    const sent = await api.statements(() => api.data(query, variables));
    const { code, out, err } = await explain(
      ['-', '--json', '--variables', JSON.stringify(variables)],
      { input: query },
    );
    expect([code, err]).toEqual([0, '']);
    const fields: { field: string; sql: string; values: unknown[]; plan: any }[] = JSON.parse(out);
    expect(fields.map(({ field }) => field)).toEqual(['location', 'said', 'record']);
    expect(fields.map(({ sql }) => sql)).toEqual(
      sent.filter((statement) => statement.startsWith('select')),
    );
    expect(fields[0]!.values).toEqual(
      expect.arrayContaining([3, expect.stringMatching(/^[0-9a-f-]{36}$/)]),
    );
    for (const { sql, plan } of fields) {
      expect(sql).not.toMatch(/who's|SY12|[0-9a-f]{8}-/);
      expect(plan[0].Plan['Total Cost']).toBeGreaterThan(0);
    }
  });

  test('prints the generic plan, and runs nothing', async () => {
    const query = file('place.graphql', 'query ($id: ID!) { location(id: $id) { label } }');
    const { code, out, err } = await explain([
      query,
      '--variables-file',
      file('vars.json', JSON.stringify({ id: place })),
    ]);
    expect([code, err]).toEqual([0, '']);
    const [head, sql, values, plan, ...more] = out.split('\n\n');
    expect(head).toMatch(/^# location: about \d\S* ms of PostgreSQL’s CPU time$/);
    expect(more).toEqual([]);
    expect(sql).toMatch(/^select \('\{"label":'/);
    expect(values).toMatch(/^\$1 = "[0-9a-f-]{36}"$/);
    expect(plan).toMatch(/\(cost=.*\$1/s);
    expect(plan).not.toMatch(/actual time/);
  });

  test('analyzes on a read-only database', async () => {
    const database = await scratchDatabase('sample');
    const client = new pg.Client(database);
    await client.connect();
    await client.query(`alter database ${client.database} set default_transaction_read_only = on`);
    await client.end();
    const given = {
      input: '{ claims(filter: { id: [] }) { totalCount } }',
      env: { DATABASE_URL: database },
    };
    const { code, out, err } = await explain(['-', '--analyze'], given);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\$1 = \[\]$/m);
    expect(out).toMatch(/actual time=/);
    expect(out).toMatch(/Buffers: shared/);
  });

  test('reads several files as one document, and explains the chosen operation', async () => {
    const files = readdirSync(operations).map((name) => join(operations, name));
    const { code, out, err } = await explain([
      ...files,
      '--operation',
      'ClaimsAtPlace',
      '--variables',
      JSON.stringify({ id: place }),
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^# location: about \S+ ms of .*\n\nselect .*claim_within/s);
  });

  test('explains a statement with more values than a function takes arguments', async () => {
    const fields = Array.from(
      { length: 120 },
      (_, i) => `a${i}: claims(first: 1) { nodes { id } }`,
    );
    const { code, out, err } = await explain(['-', '--json'], {
      input: `{ locations { nodes { ${fields.join(' ')} } } }`,
    });
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)[0].values.length).toBeGreaterThan(100);
  });

  test('says when the query reads nothing', async () => {
    const { code, out } = await explain(['-'], {
      input: '{ __typename __schema { queryType { name } } }',
    });
    expect([code, out]).toEqual([0, 'This query reads nothing from the database.\n']);
  });
});

test.each([
  [
    'a query that the schema does not know',
    ['-'],
    /^Cannot query field "statment" .*\n\nstandard input:2:3\n/,
  ],
  ['a missing file', ['none.graphql'], /^There is no file none\.graphql\.\n$/],
])(
  'a query that cannot be explained exits with 1 and a message without a stack: %s',
  async (_what, args, message) => {
    const { code, out, err } = await explain(args, {
      input: '{ claims { nodes {\n  statment } } }',
    });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^ +at /m);
  },
);

test.each([
  ['no file', ['explain'], /missing required argument 'file'/],
  ['an unknown option', ['explain', '-', '--fast'], /unknown option '--fast'/],
  [
    'variables that are not an object',
    ['explain', '-', '--variables', '[]'],
    /must be a JSON object/,
  ],
  [
    'variables given twice',
    ['explain', '-', '--variables', '{}', '--variables-file', 'x'],
    /cannot be used with/,
  ],
  ['an unknown command', ['explian'], /Did you mean explain/],
  ['no command', [], /^Usage: claimgraph /],
])('a wrong command line exits with 2: %s', async (_what, args, message) => {
  const { code, out, err } = await claimgraph(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(message);
});

test('help and version exit with 0', async () => {
  const [help, version] = [
    await claimgraph(['explain', '--help']),
    await claimgraph(['--version']),
  ];
  expect([help.code, version.code]).toEqual([0, 0]);
  expect(help.out).toMatch(/^Usage: claimgraph explain /);
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('claimgraph start does what npm start does', async () => {
  const { code, err } = await claimgraph(['start'], { input: '', env: { HOST: '0.0.0.0' } });
  expect(code).toBe(1);
  expect(err).toMatch(/^HOST is "0\.0\.0\.0", which other machines may reach/);
});

test('before the first build, the command says what to do', async () => {
  mkdirSync(join(folder, 'bin'));
  copyFileSync(commandPath, join(folder, 'bin/claimgraph.mjs'));
  const { code, err } = await claimgraph([], { program: join(folder, 'bin/claimgraph.mjs') });
  expect([code, err]).toEqual([1, 'Claimgraph is not built yet: run npm run build first.\n']);
});

test(
  'without DATABASE_URL it reads the embedded database, with or without a running server, and ' +
    'never creates one',
  async () => {
    const home = join(folder, 'home');
    const given = { input: '{ claims { totalCount } }', env: { CLAIMGRAPH_HOME: home } };
    const before = await explain(['-'], given);
    expect([before.code, before.err]).toEqual([
      1,
      expect.stringMatching(/^There is no database in .*home yet\. .*npm start.*\n$/),
    ]);

    const server = await startEmbedded(home, { durable: false });
    const database = await connect(server.url);
    await migrate(database);
    const beside = await explain(['-'], given);
    expect([beside.code, beside.err]).toEqual([0, '']);
    expect(beside.out).toMatch(/^# claims: about \S+ ms of PostgreSQL’s CPU time\n\nselect /);
    expect(await database.query('select 1 as up')).toEqual([{ up: 1 }]);
    await database.destroy();
    await server.stop();

    const alone = await explain(['-'], given);
    expect(alone).toEqual(beside);
    expect(findPostmaster(clusterPaths(home).data)).toBeUndefined();
  },
);
