import assert from 'node:assert/strict';

export default async function check({ url, attemptTool, tool, writeRecipes }) {
  writeRecipes(url, 'eslint.config.js');
  await tool('eslint/bin/eslint.js', ['src/good.graphql']);
  const { code, out } = await attemptTool('eslint/bin/eslint.js', ['src/bad.graphql']);
  assert.equal(code, 1, out);
  assert.match(out, /Cannot query field "statements" on type "Claim"/);
  assert.match(out, /Unknown argument "filters" on field "Query.claims"/);
}
