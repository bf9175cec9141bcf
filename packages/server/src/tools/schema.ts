import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { accessMatrix } from '../access/matrix.ts';
import { mappingJsonSchema } from '../ingest/csv/mapping.ts';
import { schemaOf, schemaText } from '../schema.ts';

/**
 * `npm run schema`: writes packages/server/schema.graphql, access.md and mapping.schema.json.
 * `--check` fails if that would change them.
 */
const schema = await schemaOf();
const files = [
  { name: 'schema.graphql', text: schemaText(schema) },
  { name: 'access.md', text: accessMatrix(schema) },
  { name: 'mapping.schema.json', text: `${JSON.stringify(mappingJsonSchema(), null, 2)}\n` },
];
for (const { name, text } of files) {
  const file = new URL(`../../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${name} differs from the classes. Run npm run schema and read the difference.`);
    process.exitCode = 1;
  }
}
