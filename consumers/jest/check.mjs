import assert from 'node:assert/strict';

export default async function check({ url, tool }) {
  const out = await tool('jest/bin/jest.js', ['--rootDir=.'], { API: url });
  assert.match(out, /Tests: +2 passed, 2 total/);
}
