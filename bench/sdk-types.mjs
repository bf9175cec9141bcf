/**
 * `node bench/sdk-types.mjs [--rounds 15]` measures what the SDK's types cost the compiler of a
 * program. It packs the built SDK (run `npm run build` first), installs it outside this repository,
 * and times `tsc --noEmit` of TypeScript 7.0 on an empty program and on programs that use the SDK,
 * in turns. It fails if an operation costs more than 250 ms, or a query text of 6,000 characters
 * more than 3 s.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const sdk = fileURLToPath(new URL('../packages/sdk', import.meta.url));
const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-sdk-types-'));
const spawnOptions = { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' };

const client =
  "import { createClient } from '@claimgraph/sdk';\n" +
  "export const client = createClient({ url: 'http://localhost:4000/graphql' });\n";
/** One of the lists that the long query text reads. */
const listOf = (alias) => `
  ${alias}: claims(first: 10, after: $after, filter: { kind: [CLASH], place: { id: [$place] } }) {
    totalCount
    nodes {
      id statement kind modality status credibility
      attributions { chain { capacity verb source { id name kind role reliability } } }
      report { id title url publisher { id name } published { edtf earliest latest } }
      occurred { edtf earliest latest precision approximate }
      places { role location { id label kind point { lat lon } } }
      parties { role faction { id name kind } }
      quantities { measure min best max approximate }
    }
    pageInfo { hasNextPage endCursor }
  }`;
const lists = [...'abcdefghi'].map(listOf).join('');
const longText = `query Long($after: String, $place: ID!) {${lists}\n}`;
const programs = {
  empty: 'export {};\n',
  operation: `${client}import { ClaimsAtPlace } from '@claimgraph/sdk/operations';
export const { location } = await client.execute(ClaimsAtPlace, { id: 'loc_1' });\n`,
  'custom query': `${client}import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';
const Query = graphql(
  'query A($first: Int) { claims(first: $first) { nodes { ...ClaimCard report { title } } } }',
  [ClaimCard],
);
export const { claims } = await client.execute(Query);\n`,
  'long query': `${client}import { graphql } from '@claimgraph/sdk/graphql';
const Query = graphql(\`${longText}\`);
export const { a } = await client.execute(Query, { place: 'loc_1' });
export const title: string | undefined = a.nodes[0]?.report.title;\n`,
};

const compilerOptions = {
  target: 'es2023',
  lib: ['es2023', 'dom'],
  module: 'nodenext',
  types: [],
  strict: true,
  noEmit: true,
};
// Other load on the machine only adds time, so the shortest time is the compiler's own.
const shortest = (name) => Math.min(...times[name]);
const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));

/** Runs the compiler once. Returns the time in milliseconds. */
function compile(name) {
  const start = performance.now();
  execFileSync(process.execPath, [tsc, '-p', `${name}.json`], spawnOptions);
  return performance.now() - start;
}

try {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', sdk, '--ignore-scripts', '--json'], spawnOptions),
  );
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  execFileSync(
    'npm',
    ['install', `./${filename}`, '--offline', '--no-audit', '--no-fund'],
    spawnOptions,
  );
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, `${name}.ts`), text);
    writeFileSync(
      join(folder, `${name}.json`),
      JSON.stringify({ compilerOptions, files: [`${name}.ts`] }),
    );
  }
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const name of Object.keys(programs)) {
      const ms = compile(name);
      // The first round only warms the file cache.
      if (round > 0) times[name].push(ms);
    }
  }
  const costOf = (name) => shortest(name) - shortest('empty');
  console.log(
    `${execFileSync(process.execPath, [tsc, '--version'], spawnOptions).trim()} of TypeScript, ` +
      `shortest of ${values.rounds} rounds`,
  );
  for (const name of Object.keys(programs)) {
    console.log(
      `${name.padEnd(14)} ${shortest(name).toFixed(0).padStart(5)} ms, ` +
        `${costOf(name).toFixed(0)} ms more than the empty program`,
    );
  }
  console.log(`The long query has ${longText.length} characters.`);
  process.exitCode = costOf('operation') <= 250 && costOf('long query') <= 3_000 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
