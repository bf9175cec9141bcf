/**
 * How well names are found: `node bench/names/evaluate.mjs [--data ../shared/data] [--half judge] [--wrong]`. It starts a PostgreSQL of its own in a folder that it
 * removes, loads the gazetteer, asks the product by GraphQL and by `match_places`, and prints a table. Nothing of the data is kept.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromServer, here } from '../house.mjs';
import { prepare } from '../prepare.mjs';
import { needData } from './data.mjs';
import { loadGazetteer } from './load.mjs';
import { evaluationSet } from './truth.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(here, '../../shared/data') },
    half: { type: 'string', default: 'judge' },
    wrong: { type: 'boolean', default: false },
  },
});
needData(options.data);
prepare();
await import('reflect-metadata');
const { default: pg } = await import('pg');
const [{ startEmbedded }, { dataSource }, { migrate }, { serve }, { schemaOf }, { pino }] =
  await Promise.all([
    ...['database/embedded', 'database/data-source', 'database/migrate', 'server', 'schema'].map(
      fromServer,
    ),
    import('pino'),
  ]);

const { places, communities } = evaluationSet(options.data);
const checked = places.filter(
  ({ half, near }) => half === options.half && near.some(({ right }) => right),
);
const home = mkdtempSync(join(tmpdir(), 'claimgraph-names-'));
chmodSync(home, 0o711);
const server = await startEmbedded(home, { durable: false });
const figures = [];
const share = (of, found) => `${((100 * found) / of).toFixed(1)} %`;

/** A ledger with the gazetteer, in one script or both. */
async function ledger(name, scripts, work) {
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query(`create database names_${name} template template0`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/names_${name}`;
  const database = await dataSource(url.href).initialize();
  await migrate(database);
  const client = new pg.Client(url.href);
  // It ends with the server, whatever was wrong before.
  client.on('error', () => {});
  await client.connect();
  await loadGazetteer(client, options.data, scripts);
  const app = await serve({ database, schema: await schemaOf(), log: pino({ level: 'silent' }) });
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  await work((text) => search(address, text), client);
  await app.close();
  await database.destroy();
  await client.end();
}

/** P-codes of the first five places found. */
async function search(address, text) {
  const query =
    'query ($text: String!) { search(text: $text, types: [LOCATION], first: 5) { nodes { record { externalIds { value } } } } }';
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { text } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data.search.nodes.map(({ record }) => record.externalIds[0]?.value);
}

/** How often one of the right ones is first, and among the first five. */
async function measure(what, questions, ask) {
  let [first, five] = [0, 0];
  for (const { text, right } of questions) {
    const found = await ask(text);
    if (right.includes(found[0])) first += 1;
    if (found.some((each) => right.includes(each))) five += 1;
    else if (options.wrong)
      console.error(`${what}: ${text} → ${found.join(' ')}, not ${right.join(' ')}`);
  }
  figures.push([
    what,
    questions.length,
    share(questions.length, first),
    share(questions.length, five),
  ]);
}

const rightOf = ({ near }) => near.filter(({ right }) => right).map(({ pcode }) => pcode);
const questionsOf = (some) => some.map((place) => ({ text: place.name, right: rightOf(place) }));
/** All of the half, and of it those that somebody looked at. */
const groups = [
  ['', checked],
  ...(options.half === 'judge' ? [[', looked at', checked.filter(({ seen }) => seen)]] : []),
];
/** Communities that the set means: each is asked by its one name where only the other is stored. */
const meant = new Set(checked.flatMap(rightOf));
const asked = (name) =>
  communities
    .filter(({ pcode }) => meant.has(pcode))
    .map((row) => ({ text: row[name], right: [row.pcode] }));

try {
  await ledger('both', {}, async (ask, client) => {
    for (const [which, some] of groups)
      await measure(`by name alone${which}`, questionsOf(some), ask);
    await client.query(
      'create temp table asked (row_id bigint, name text, kinds text[], lat float8, lon float8, inside text[], area_id uuid)',
    );
    await client.query(
      `insert into asked select n, p ->> 'name', '{COMMUNITY}', (p ->> 'lat')::float8, (p ->> 'lon')::float8, array[p ->> 'admin1'], null from jsonb_array_elements($1::jsonb) with ordinality as list(p, n)`,
      [JSON.stringify(places)],
    );
    const { rows } = await client.query(
      `select m.row_id::int - 1 as n, m.verdict, e.value as pcode from match_places('asked') m left join external_id e on e.location_id = m.location_id`,
    );
    const verdicts = new Map(rows.map((row) => [places[row.n].id, row]));
    for (const [which, some] of groups) {
      const kinds = some.map((place) => {
        const { verdict, pcode } = verdicts.get(place.id);
        const kind =
          verdict !== 'MATCHED' ? 'left' : rightOf(place).includes(pcode) ? 'right' : 'wrong';
        if (options.wrong && kind !== 'right')
          console.error(`name and point: ${place.name} ${verdict} ${pcode}, not ${rightOf(place)}`);
        return kind;
      });
      const of = (kind) =>
        `${share(some.length, kinds.filter((each) => each === kind).length)} ${kind}`;
      figures.push([
        `name and point together${which}`,
        some.length,
        of('right'),
        `${of('wrong')}, ${of('left')}`,
      ]);
    }
  });
  await ledger('latin', { arabic: false }, (ask) =>
    measure('asked in Arabic, Latin stored', asked('name_ar'), ask),
  );
  await ledger('arabic', { english: false }, (ask) =>
    measure('asked in Latin, Arabic stored', asked('name_en'), ask),
  );
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`Half: ${options.half}\n\n| what | asked | first | first five |\n|---|---|---|---|`);
for (const row of figures) console.log(`| ${row.join(' | ')} |`);
