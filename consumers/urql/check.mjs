import assert from 'node:assert/strict';

export default async function check({ url, compile, run, writeRecipes }) {
  writeRecipes(url, 'urql.ts');
  await compile('main.ts');
  assert.equal(await run(process.execPath, ['main.js']), 'ok');
}
