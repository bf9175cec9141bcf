import assert from 'node:assert/strict';

export default async function check({ url, tool }) {
  const out = await tool('vitest/vitest.mjs', ['run', '--root=.'], { API: url });
  assert.match(out, /Tests +2 passed/);
}
