import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The documents as texts, and as parsed documents. */
export default async function check({ url, folder, compile, run, tool, writeRecipes }) {
  writeRecipes(url, 'codegen.ts', 'documents.ts');
  const config = join(folder, 'codegen.ts');
  const recipe = readFileSync(config, 'utf8');
  for (const text of [recipe, recipe.replace("documentMode: 'string',", '')]) {
    writeFileSync(config, text);
    await tool('@graphql-codegen/cli/esm/bin.js', ['--config', 'codegen.ts', '--silent']);
    await compile('src/main.ts');
    assert.equal(await run(process.execPath, ['src/main.js']), 'ok');
  }
}
