import assert from 'node:assert/strict';

export default async function check({ url, compile, runWithKey, writeRecipes }) {
  writeRecipes(url, 'urql.ts');
  await compile('main.ts');
  assert.equal(await runWithKey('main.js'), 'ok');
}
