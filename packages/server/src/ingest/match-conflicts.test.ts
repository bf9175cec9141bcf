import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reviewOf } from '../review/review.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { csvOf } from '../testing/imports.ts';
import { fileOf, importPath, withClient } from './ingest.testing.ts';
import { matchByPerson } from './match.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

test('what the review list offers follows a match, and TAKE takes that record', async () => {
  const review = reviewOf(api);
  const { aSource } = fixtures(api);
  const importAs = (account: string) =>
    importPath(
      api,
      'csv',
      fileOf(csvOf(['ref', 'account', 'who'], [{ ref: 'L1', account, who: 'Lock keeper' }])),
      {
        settings: {
          dataset: { name: 'Lock Desk' },
          id: { column: 'ref' },
          statement: { column: 'account' },
          sources: [{ column: 'who', kind: 'PERSON' }],
        },
      },
    );
  await importAs('The lock is shut.');
  const id = await review.idOf('CLAIM', 'table:lock desk', 'L1');
  const [other, keeper] = [await aSource('A boatman'), await aSource('Ada Keeper')];
  await review.update('Claim', id, { attributions: [{ chain: [{ sourceId: other }] }] });
  await importAs('The lock is still shut.');

  const key = { system: 'source-name', value: 'lock keeper' };
  await withClient(api, (client) => matchByPerson(client, key, 'source', keeper.slice(4)));

  const [conflict] = await review.conflicts({ record: [id], field: ['attributions'] });
  expect(conflict.fileValue[0].chain[0]).toMatchObject({ source: keeper });
  expect(await review.resolveAll({ id: [conflict.id] }, 'TAKE')).toMatchObject({ resolved: 1 });
  const { claim } = await api.data(
    `query ($id: ID!) {
      claim(id: $id) { restsOnWithdrawn attributions { chain { source { id } } } }
    }`,
    { id },
  );
  expect(claim.restsOnWithdrawn).toBe(false);
  expect(claim.attributions[0].chain[0].source.id).toBe(keeper);
});
