/**
 * `node bench/names/pairs.mjs [--half judge] [--gazetteer] [--wrong]` measures how well a name is
 * found that is stored in its own script and searched in a romanisation, and the other way round.
 * The pairs are in `pairs/*.tsv`: the name, then its spellings by different systems and in the
 * press. `--gazetteer` puts OCHA's 5,622 places beside them.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
    gazetteer: { type: 'boolean', default: false },
    wrong: { type: 'boolean', default: false },
  },
});
if (options.gazetteer) requireData(options.data);
prepare();
await import('reflect-metadata');
const { default: pg } = await import('pg');
const [{ startEmbedded }, { dataSource }, { migrate }, { serve }, { schemaOf }, { pino }] =
  await Promise.all([
    ...['database/embedded', 'database/data-source', 'database/migrate', 'server', 'schema'].map(
      importServer,
    ),
    import('pino'),
  ]);

/** Rules are tuned on one half and judged on the other. */
const half = (name) =>
  Number.parseInt(createHash('sha256').update(name).digest('hex').slice(-1), 16) % 2
    ? 'tune'
    : 'judge';

const folder = new URL('pairs/', import.meta.url);
const lists = readdirSync(folder).map((file) => ({
  language: file.replace('.tsv', ''),
  rows: readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([name, ...spellings]) => ({ name, spellings })),
}));

const home = mkdtempSync(join(tmpdir(), 'claimgraph-pairs-'));
chmodSync(home, 0o711);
const server = await startEmbedded(home, { durable: false });

/** Runs the work on a ledger of its own, which `ask` sends GraphQL to. */
async function withLedger(name, work) {
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query(`create database pairs_${name} template template0`);
  await admin.end();
  const url = Object.assign(new URL(server.url), { pathname: `/pairs_${name}` }).href;
  const database = await dataSource(url).initialize();
  await migrate(database);
  if (options.gazetteer) {
    const client = new pg.Client(url);
    client.on('error', () => {});
    await client.connect();
    await loadGazetteer(client, options.data);
    await client.end();
  }
  const app = await serve({
    database,
    schema: await schemaOf(),
    log: pino({ level: 'silent' }),
    anonymous: { name: 'bench', role: 'ADMIN' },
  });
  const address = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  await work(async (query, variables) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  });
  await app.close();
  await database.destroy();
}

const createQuery = `mutation ($text: String!) {
  createLocation(input: { kind: COMMUNITY, names: [{ text: $text, kind: PRIMARY }] }) {
    location { id }
  }
}`;
const searchQuery = `query ($text: String!) {
  search(text: $text, types: [LOCATION], first: 5) {
    nodes { rule score name { text } record { id } }
  }
}`;

const share = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** Stores `stored` of each pair, searches `searched`, and returns a line of the table. */
async function measure(label, name, pairs) {
  let [first, five] = [0, 0];
  await withLedger(name, async (ask) => {
    const ids = new Map();
    for (const { stored } of pairs)
      if (!ids.has(stored))
        ids.set(stored, (await ask(createQuery, { text: stored })).createLocation.location.id);
    for (const { stored, searched } of pairs) {
      const { nodes } = (await ask(searchQuery, { text: searched })).search;
      const place = nodes.findIndex(({ record }) => record.id === ids.get(stored));
      if (place === 0) first += 1;
      if (place >= 0) five += 1;
      if (options.wrong && place !== 0) {
        const hits = nodes.map((hit) => `${hit.name.text} ${hit.rule} ${hit.score}`).join(' · ');
        console.error(`${label}: ${searched} → ${stored} is ${place + 1}: ${hits}`);
      }
    }
  });
  return [label, pairs.length, share(first, pairs.length), share(five, pairs.length)];
}

const figures = [];
try {
  for (const { language, rows } of lists) {
    const pairs = rows
      .filter(({ name }) => half(name) === options.half)
      .flatMap(({ name, spellings }) => spellings.map((spelling) => [name, spelling]));
    figures.push(
      await measure(
        `${language}, searched in Latin`,
        `${language}_latin`,
        pairs.map(([name, spelling]) => ({ stored: name, searched: spelling })),
      ),
    );
    // One spelling for each name: two spellings of one name are both right.
    const unique = rows.filter(({ name }) => half(name) === options.half);
    figures.push(
      await measure(
        `${language}, stored in Latin`,
        `${language}_own`,
        unique.map(({ name, spellings }) => ({ stored: spellings[0], searched: name })),
      ),
    );
  }
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`Half: ${options.half}\n\n| what | searches | first | first five |\n|---|---|---|---|`);
for (const row of figures) console.log(`| ${row.join(' | ')} |`);
