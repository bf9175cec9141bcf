import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { csvOf } from '../../testing/imports.ts';
import { fileOf, importPath } from '../ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const speakersOf = async (separator: string, cells: readonly string[]): Promise<string[][]> => {
  const dataset = { name: `Desk ${separator}` };
  const rows = cells.map((who, i) => ({ ref: String(i), account: `Heard ${i}.`, who }));
  const settings = {
    dataset,
    separator,
    id: { column: 'ref' },
    statement: { column: 'account' },
    sources: [{ column: 'who', kind: 'PERSON' }],
  };
  await importPath(api, 'csv', fileOf(csvOf(['ref', 'account', 'who'], rows)), { settings });
  return Promise.all(
    rows.map(async ({ ref }) => {
      const { record } = await api.data(
        `query ($id: ExternalIdInput!) {
          record(type: CLAIM, externalId: $id) {
            ... on Claim { attributions { chain { source { name } } } }
          }
        }`,
        { id: { system: `table:${dataset.name.toLowerCase()}`, value: ref } },
      );
      return record.attributions.map(({ chain }: any) => chain[0].source.name);
    }),
  );
};

test('a name with its role is one speaker, also where commas separate speakers', async () => {
  expect(
    await speakersOf(',', [
      'Ana Example, mayor of Odra',
      'Ana Example, mayor of Odra, Ben Sample, governor of Coast',
      'Reuters, mayor of Odra',
      'Ana Example, Ben Sample',
      'residents, police',
    ]),
  ).toEqual([
    ['Ana Example, mayor of Odra'],
    ['Ana Example, mayor of Odra', 'Ben Sample, governor of Coast'],
    ['Reuters', 'mayor of Odra'],
    ['Ana Example', 'Ben Sample'],
    ['residents', 'police'],
  ]);
});

test('where semicolons separate speakers, commas do not', async () => {
  expect(await speakersOf(';', ['Ana Example, mayor of Odra; Ben Sample'])).toEqual([
    ['Ana Example, mayor of Odra', 'Ben Sample'],
  ]);
});
