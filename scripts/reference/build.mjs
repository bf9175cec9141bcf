/**
 * `npm run docs` writes a reference of the GraphQL API and of the SDK as static files, into
 * `dist/reference`. It starts a server with the sample on a free port, and runs an example of each
 * root field. TypeDoc has its own lock file here, so that `npm ci` in the root stays short.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { root } from '../check/house.mjs';
import { startServer } from '../sample-server.mjs';
import { runExamples } from './run-examples.mjs';
import { schemaPage } from './schema-page.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const output = join(root, 'dist/reference');
const run = (program, args, cwd = root) =>
  execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });

if (!existsSync(join(here, 'node_modules/typedoc')))
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], here);
run('npm', ['run', '--silent', 'build']);
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

const schema = buildSchema(readFileSync(join(root, 'packages/server/schema.graphql'), 'utf8'));
const server = await startServer();
try {
  const examples = await runExamples(server, schema);
  writeFileSync(join(output, 'index.html'), schemaPage(schema, examples));
} finally {
  await server.stop();
}

const modules = [
  ...['index', 'generated/operations', 'graphql', 'generated/react-query', 'testing'],
  ...['files', 'format', 'lists', 'documents', 'with-get', 'schema-check', 'apollo', 'graphcache'],
];
run(
  process.execPath,
  [
    join(here, 'node_modules/typedoc/bin/typedoc'),
    ...['--out', join(output, 'sdk'), '--name', '@claimgraph/sdk', '--readme', 'README.md'],
    ...['--tsconfig', 'tsconfig.json', '--skipErrorChecking', '--logLevel', 'Error'],
    ...['--excludePrivate', '--disableSources', '--gitRevision', 'main'],
    ...modules.map((name) => `src/${name}.ts`),
  ],
  join(root, 'packages/sdk'),
);
console.log(`Open ${join(output, 'index.html')}.`);
