import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample', { maxima: { aliases: 300 } });
});
afterAll(() => api.stop());

test('a text is returned unchanged, also in an object with many fields', async () => {
  const body = 'A "quoted" \\ text,\ttabbed\nand broken, \u2028, ⟨é⟩, دَرعا, 🕊';
  const id = await fixtures(api).aReport({ body, bodyKind: 'VERBATIM' });
  const keys = Array.from({ length: 300 }, (_, i) => `a${i}`);
  const { report } = await api.data(
    `query ($id: ID!) { report(id: $id) { ${keys.map((key) => `${key}: body`).join(' ')} } }`,
    { id },
  );
  expect(report).toEqual(Object.fromEntries(keys.map((key) => [key, body])));
});

test('PostgreSQL inlines json_text, so that it costs no function call', async () => {
  const plan = JSON.stringify(
    await api.database.query('explain (verbose) select json_text(name) from source'),
  );
  expect(plan).toMatch(/to_json|JSON_SCALAR/i);
  expect(plan).not.toContain('json_text');
});

test('a null instead of the JSON text is an internal error, and undoes a write', async () => {
  const id = await fixtures(api).aReport();
  const countReports = async () =>
    (await api.database.query('select count(*) from report'))[0].count;
  const before = await countReports();
  const definition = (
    await api.database.query(`select pg_get_functiondef('json_text'::regproc) as text`)
  )[0].text;
  await api.database.query(
    `create or replace function json_text(value text) returns text
      stable parallel safe language sql as $$ select null::text $$`,
  );
  try {
    const [readError] = (await api.ask('query ($id: ID!) { report(id: $id) { title } }', { id }))
      .errors!;
    expect(readError!.extensions.code).toBe('INTERNAL');
    const [writeError] = (
      await api.ask(
        `mutation {
          createReport(input: { kind: ARTICLE, title: "Not to be" }) { report { title kind } }
        }`,
      )
    ).errors!;
    expect(writeError!.extensions.code).toBe('INTERNAL');
    expect(await countReports()).toBe(before);
  } finally {
    await api.database.query(definition);
  }
});
