/**
 * `node bench/names/evaluate.mjs [--data ../shared/data] [--half judge] [--wrong]` measures how
 * well names are found. It starts a PostgreSQL in a temporary folder, loads the gazetteer, queries
 * the product through GraphQL and `match_places`, and prints a table. No data is left behind.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchFolder, importServer } from '../paths.mjs';
import { prepare } from '../prepare.mjs';
import { requireData } from './data.mjs';
import { loadGazetteer } from './load.mjs';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(benchFolder, '../../shared/data') },
    half: { type: 'string', default: 'judge' },
    wrong: { type: 'boolean', default: false },
  },
});
requireData(options.data);
prepare();
// Packages of the bench, which `prepare` installs.
const { evaluationSet } = await import('./truth.mjs');
await import('reflect-metadata');
const { default: pg } = await import('pg');
const [{ startEmbedded }, { dataSource }, { migrate }, { serve }, { schemaOf }, { pino }] =
  await Promise.all([
    ...['database/embedded', 'database/data-source', 'database/migrate', 'server', 'schema'].map(
      importServer,
    ),
    import('pino'),
  ]);

const { places, communities } = evaluationSet(options.data);
const judged = places.filter(
  ({ half, near }) => half === options.half && near.some(({ right }) => right),
);
const home = mkdtempSync(join(tmpdir(), 'claimgraph-names-'));
chmodSync(home, 0o711);
const server = await startEmbedded(home, { durable: false });
const figures = [];
const share = (total, part) => `${((100 * part) / total).toFixed(1)} %`;

/** Runs the work on a ledger that contains the gazetteer, in one script or both. */
async function withLedger(name, scripts, work) {
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query(`create database names_${name} template template0`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/names_${name}`;
  const database = await dataSource(url.href).initialize();
  await migrate(database);
  const client = new pg.Client(url.href);
  // After an error the server may stop first. Without a listener that would hide the error.
  client.on('error', () => {});
  await client.connect();
  await loadGazetteer(client, options.data, scripts);
  const app = await serve({
    database,
    schema: await schemaOf(),
    log: pino({ level: 'silent' }),
    anonymous: { name: 'bench', role: 'ADMIN' },
  });
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  await work((text) => search(address, text), client);
  await app.close();
  await database.destroy();
  await client.end();
}

/** The P-codes of the first five results of a search. */
async function search(address, text) {
  const query =
    'query ($text: String!) { search(text: $text, types: [LOCATION], first: 5) { nodes { record ' +
    '{ externalIds { value } } } } }';
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { text } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data.search.nodes.map(({ record }) => record.externalIds[0]?.value);
}

/** Counts how often a right place is the first result, and how often it is among the first five. */
async function measure(label, questions, findPlaces) {
  let [first, five] = [0, 0];
  for (const { text, right } of questions) {
    const results = await findPlaces(text);
    if (right.includes(results[0])) first += 1;
    if (results.some((each) => right.includes(each))) five += 1;
    else if (options.wrong)
      console.error(`${label}: ${text} → ${results.join(' ')}, not ${right.join(' ')}`);
  }
  figures.push([
    label,
    questions.length,
    share(questions.length, first),
    share(questions.length, five),
  ]);
}

const rightOf = ({ near }) => near.filter(({ right }) => right).map(({ pcode }) => pcode);
const questionsOf = (group) => group.map((place) => ({ text: place.name, right: rightOf(place) }));
/** All places of the half, and those of them that a person has checked. */
const groups = [
  ['', judged],
  ...(options.half === 'judge' ? [[', checked', judged.filter(({ checked }) => checked)]] : []),
];
/**
 * The communities that the set refers to. Each is searched in one script and stored in the other.
 */
const targets = new Set(judged.flatMap(rightOf));
const questionsInScript = (name) =>
  communities
    .filter(({ pcode }) => targets.has(pcode))
    .map((row) => ({ text: row[name], right: [row.pcode] }));

try {
  await withLedger('both', {}, async (findPlaces, client) => {
    for (const [suffix, group] of groups)
      await measure(`by name alone${suffix}`, questionsOf(group), findPlaces);
    await client.query(
      'create temp table import_place (row_id bigint, name text, kinds text[], lat float8, lon ' +
        'float8, inside text[], area_id uuid, names text[], part_kind text, part_id uuid, ' +
        'not_system text, of_system text, not_id uuid)',
    );
    await client.query(
      `insert into import_place select n, p ->> 'name', '{COMMUNITY}', (p ->> 'lat')::float8, (p ` +
        `->> 'lon')::float8, array[p ->> 'admin1'], null from jsonb_array_elements($1::jsonb) ` +
        'with ordinality as list(p, n)',
      [JSON.stringify(places)],
    );
    const { rows } = await client.query(
      'select m.row_id::int - 1 as n, m.verdict, e.value as pcode from ' +
        `match_places('import_place') m left join external_id e on e.location_id = m.location_id`,
    );
    const verdicts = new Map(rows.map((row) => [places[row.n].id, row]));
    for (const [suffix, group] of groups) {
      const outcomes = group.map((place) => {
        const { verdict, pcode } = verdicts.get(place.id);
        const outcome =
          verdict !== 'MATCHED' ? 'unmatched' : rightOf(place).includes(pcode) ? 'right' : 'wrong';
        if (options.wrong && outcome !== 'right')
          console.error(`name and point: ${place.name} ${verdict} ${pcode}, not ${rightOf(place)}`);
        return outcome;
      });
      const shareOf = (outcome) =>
        `${share(group.length, outcomes.filter((each) => each === outcome).length)} ${outcome}`;
      figures.push([
        `name and point together${suffix}`,
        group.length,
        shareOf('right'),
        `${shareOf('wrong')}, ${shareOf('unmatched')}`,
      ]);
    }
  });
  await withLedger('latin', { arabic: false }, (findPlaces) =>
    measure('searched in Arabic, stored in Latin', questionsInScript('name_ar'), findPlaces),
  );
  await withLedger('arabic', { english: false }, (findPlaces) =>
    measure('searched in Latin, stored in Arabic', questionsInScript('name_en'), findPlaces),
  );
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`Half: ${options.half}\n\n| what | searches | first | first five |\n|---|---|---|---|`);
for (const row of figures) console.log(`| ${row.join(' | ')} |`);
