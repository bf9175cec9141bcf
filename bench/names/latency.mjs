/**
 * `node bench/names/latency.mjs [--claims 400000] [--data ../shared/data] [--plan]` measures how
 * long a search takes. It compares each search with a bare `pg_trgm` query over one indexed table
 * of the same names, in turns. The claims are the bench's own, stored in `bench/.data`. The
 * gazetteer is loaded into a copy, which is dropped at the end.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchFolder, importServer } from '../paths.mjs';
import { prepare } from '../prepare.mjs';
import { requireData } from './data.mjs';
import { loadGazetteer } from './load.mjs';

const { values: options } = parseArgs({
  options: {
    claims: { type: 'string', default: '400000' },
    data: { type: 'string', default: join(benchFolder, '../../shared/data') },
    questions: { type: 'string', default: '300' },
    plan: { type: 'boolean', default: false },
  },
});
requireData(options.data);
prepare();
// Packages of the bench, which `prepare` installs.
const { evaluationSet } = await import('./truth.mjs');
await import('reflect-metadata');
const { default: pg } = await import('pg');
const { pino } = await import('pino');
const { startLedger } = await import('../data/load.mjs');
const [{ dataSource }, { serve }, { schemaOf }] = await Promise.all(
  ['database/data-source', 'server', 'schema'].map(importServer),
);

const trigramQuery =
  'select id, text from name where text % $1 order by similarity(text, $1) desc limit 20';
const searchQuery =
  'query ($text: String!) { search(text: $text) { nodes { rule score label record { __typename ' +
  'id } } pageInfo { hasNextPage } } }';

const server = await startLedger(Number(options.claims), (text) => console.error(text));
const urlOf = (name) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
const run = async (name, ...statements) => {
  const client = new pg.Client(urlOf(name));
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};
const copy = 'names_latency';
const percentile = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))];
const timed = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

try {
  await run(
    'postgres',
    `drop database if exists ${copy}`,
    `create database ${copy} template claimgraph`,
  );
  const client = new pg.Client(urlOf(copy));
  // After an error the server may stop first. Without a listener that would hide the error.
  client.on('error', () => {});
  await client.connect();
  await loadGazetteer(client, options.data);
  await client.query(
    'create index on name using gin (text gin_trgm_ops); set random_page_cost = 1.1; set jit = ' +
      'off; set max_parallel_workers_per_gather = 0',
  );
  await client.query('vacuum analyze');
  const database = await dataSource(urlOf(copy)).initialize();
  const app = await serve({
    database,
    schema: await schemaOf(),
    log: pino({ level: 'silent' }),
    anonymous: { name: 'bench', role: 'ADMIN' },
  });
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  const search = async (text) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: searchQuery, variables: { text } }),
    });
    const { errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
  };
  const searchByTrigrams = (text) =>
    client.query({ name: 'bare', text: trigramQuery, values: [text] });
  const { places, communities } = evaluationSet(options.data);
  const texts = [
    ...places.map(({ name }) => name),
    ...communities.map(({ name_ar: name }) => name),
  ];
  const questions = texts.filter(
    (_, i) => i % Math.ceil(texts.length / Number(options.questions)) === 0,
  );
  for (const text of questions.slice(0, 40))
    await Promise.all([searchByTrigrams(text), search(text)]);
  const times = { bare: [], search: [] };
  for (const [i, text] of questions.entries()) {
    const pair = [
      async () => times.bare.push(await timed(() => searchByTrigrams(text))),
      async () => times.search.push(await timed(() => search(text))),
    ];
    for (const each of i % 2 ? pair : pair.reverse()) await each();
  }
  const { rows } = await client.query(
    'select (select count(*) from claim)::int as claims, (select count(*) from name)::int as names',
  );
  console.log(
    `${rows[0].claims} claims, ${rows[0].names} names, ${questions.length} questions, in turns; ` +
      `milliseconds, over HTTP for search and over the wire protocol for the bare query\n`,
  );
  console.log('| | median | p95 | maximum |\n|---|---|---|---|');
  for (const [name, all] of Object.entries(times))
    console.log(
      `| ${name} | ` +
        `${[0.5, 0.95, 1].map((share) => percentile(all, share).toFixed(1)).join(' | ')} |`,
    );
  console.log(
    `\np95 of search: ` +
      `${(percentile(times.search, 0.95) / percentile(times.bare, 0.95)).toFixed(2)} × the bare ` +
      'query’s',
  );
  if (options.plan) {
    const slow = questions[times.search.indexOf(Math.max(...times.search))];
    const { spawnSync } = await import('node:child_process');
    const explain = spawnSync(
      process.execPath,
      [
        join(benchFolder, '../packages/server/bin/claimgraph.mjs'),
        'explain',
        '-',
        '--analyze',
        '--variables',
        JSON.stringify({ text: slow }),
      ],
      { input: searchQuery, encoding: 'utf8', env: { ...process.env, DATABASE_URL: urlOf(copy) } },
    );
    console.log(`\n${slow}\n${explain.stdout}${explain.stderr}`);
  }
  await app.close();
  await database.destroy();
  await client.end();
  await run('postgres', `drop database ${copy}`);
} finally {
  await server.stop();
}
