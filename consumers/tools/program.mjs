import assert from 'node:assert/strict';

/** What `sdk-program.mjs` prints on every platform. */
export const expectedOutput = '26 26 true true notFound aborted';

/** Asserts that a program printed that, and nothing else. */
export const assertOutput = (out) => assert.equal(out.trim(), expectedOutput);
