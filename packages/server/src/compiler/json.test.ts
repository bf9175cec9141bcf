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
  const { report } = await api.data(
    `query ($id: ID!) { report(id: $id) { ${keys.map((key) => `${key}: body`).join(' ')} } }`,
    { id },
  );
  expect(report).toEqual(Object.fromEntries(keys.map((key) => [key, body])));
});

test('json_text is no call: PostgreSQL puts its own function in its place', async () => {
  const plan = JSON.stringify(
    await api.database.query('explain (verbose) select json_text(name) from source'),
  );
  expect(plan).toMatch(/to_json|JSON_SCALAR/i);
  expect(plan).not.toContain('json_text');
});

test('an answer that PostgreSQL joined to a null is a fault: no record is said to be missing, and nothing is written', async () => {
  const id = await fixtures(api).aReport();
  const written = async () => (await api.database.query('select count(*) from report'))[0].count;
  const before = await written();
  const sound = (
    await api.database.query(`select pg_get_functiondef('json_text'::regproc) as text`)
  )[0].text;
  await api.database.query(
    'create or replace function json_text(value text) returns text stable parallel safe language sql as $$ select null::text $$',
  );
  try {
    const [read] = (await api.ask('query ($id: ID!) { report(id: $id) { title } }', { id }))
      .errors!;
    expect(read!.extensions.code).toBe('INTERNAL');
    const [wrote] = (
      await api.ask(
        'mutation { createReport(input: { kind: ARTICLE, title: "Not to be" }) { report { title kind } } }',
      )
    ).errors!;
    expect(wrote!.extensions.code).toBe('INTERNAL');
    expect(await written()).toBe(before);
  } finally {
    await api.database.query(sound);
  }
});
