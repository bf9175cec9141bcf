import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

test('the history of a record has pages like any connection', async () => {
  const id = await fixtures(api).aReport();
  for (let v = 1; v <= 5; v += 1)
    await api.data(
      `mutation ($id: ID!, $v: Int!, $title: String!) {
        updateReport(id: $id, expectedVersion: $v, input: { title: $title }) { report { id } }
      }`,
      { id, v, title: `Title ${v}` },
    );
  const page = async (args: string) =>
    (
      await api.data(
        `query ($id: ID!) {
          report(id: $id) {
            history(${args}) {
              totalCount nodes { version }
              pageInfo { endCursor startCursor hasNextPage hasPreviousPage }
            }
          }
        }`,
        { id },
      )
    ).report.history;
  const versions = ({ nodes }: any) => nodes.map(({ version }: any) => version);
  const first = await page('first: 2');
  expect([first.totalCount, versions(first), first.pageInfo.hasNextPage]).toEqual([
    6,
    [6, 5],
    true,
  ]);
  expect(versions(await page(`first: 10, after: "${first.pageInfo.endCursor}"`))).toEqual([
    4, 3, 2, 1,
  ]);
  const last = await page('last: 2');
  expect(versions(last)).toEqual([2, 1]);
  expect(versions(await page(`last: 10, before: "${last.pageInfo.startCursor}"`))).toEqual([
    6, 5, 4, 3,
  ]);
});
