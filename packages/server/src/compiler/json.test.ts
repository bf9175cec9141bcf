import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test('a text comes back as it was given, in an object of any length', async () => {
  const body = 'A "quoted" \\ text,\ttabbed\nand broken, \u2028, ⟨é⟩, دَرعا, 🕊';
  const id = await fixtures(api).aReport({ body, bodyKind: 'VERBATIM' });
  const keys = Array.from({ length: 300 }, (_, i) => `a${i}`);
  const { report } = await api.data(`query ($id: ID!) { report(id: $id) { ${keys.map((key) => `${key}: body`).join(' ')} } }`, { id });
  expect(report).toEqual(Object.fromEntries(keys.map((key) => [key, body])));
});

test('json_text is no call: PostgreSQL puts its own function in its place', async () => {
  const plan = JSON.stringify(await api.database.query('explain (verbose) select json_text(name) from source'));
  expect(plan).toMatch(/to_json|JSON_SCALAR/i);
  expect(plan).not.toContain('json_text');
});
