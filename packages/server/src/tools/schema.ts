import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { schemaOf, schemaText } from '../schema.ts';

/**
 * `npm run schema`: writes packages/server/schema.graphql. `--check` fails if that would change it.
 */
const file = new URL('../../schema.graphql', import.meta.url);
const text = schemaText(await schemaOf());
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(
      'schema.graphql differs from the classes. Run npm run schema and read the difference.',
    );
    process.exit(1);
  }
} else await writeFile(file, text);
