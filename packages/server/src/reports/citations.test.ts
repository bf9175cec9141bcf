import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
const claim: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi('ledger');
  const { aReport, aClaim } = fixtures(api);
  const reports: Record<string, string> = {};
  for (const title of ['Never', 'Once', 'Twice']) reports[title] = await aReport({ title });
  const cite = async (name: string, ...titles: string[]) => {
    claim[name] = await aClaim({
      statement: `${name}.`,
      citations: titles.map((title) => ({ reportId: reports[title] })),
      reportId: reports.Never,
    });
  };
  await cite('First', 'Once', 'Twice');
  await cite('Second', 'Twice', 'Twice', 'Twice');
  await cite('Misread', 'Once');
  await api.data(`mutation { withdrawClaim(id: "${claim.Misread}", expectedVersion: 1,
    rationale: "Misread.") { claim { id } } }`);
});
afterAll(() => api.stop());

test('a report lists the claims that cite it, each once, without withdrawn ones', async () => {
  const { reports } = await api.data(`{ reports(orderBy: { by: TITLE, direction: ASC }) { nodes {
    title citedBy(orderBy: { by: RECORDED, direction: ASC }) {
      totalCount nodes { statement } } } } }`);
  expect(reports.nodes).toEqual([
    { title: 'Never', citedBy: { totalCount: 0, nodes: [] } },
    { title: 'Once', citedBy: { totalCount: 1, nodes: [{ statement: 'First.' }] } },
    {
      title: 'Twice',
      citedBy: { totalCount: 2, nodes: [{ statement: 'First.' }, { statement: 'Second.' }] },
    },
  ]);
});

test('withdrawn claims that cite a report can be asked for', async () => {
  const { reports } = await api.data(`{ reports(filter: { text: "Once" }) { nodes {
    any: citedBy(filter: { withdrawn: INCLUDE }) { totalCount }
    only: citedBy(filter: { not: { withdrawn: EXCLUDE } }) { nodes { statement } } } } }`);
  expect(reports.nodes).toEqual([
    { any: { totalCount: 2 }, only: { nodes: [{ statement: 'Misread.' }] } },
  ]);
});

test('reports and claims are sorted by citations, page by page', async () => {
  const titles: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { reports }: any = await api.data(
      `query ($after: String) { reports(first: 1, after: $after, orderBy: { by: CITATIONS }) {
        nodes { title } pageInfo { endCursor hasNextPage } } }`,
      { after },
    );
    titles.push(...reports.nodes.map(({ title }: { title: string }) => title));
    ({ endCursor: after, hasNextPage: more } = reports.pageInfo);
  }
  expect(titles).toEqual(['Twice', 'Once', 'Never']);
  const { claims } = await api.data(
    '{ claims(orderBy: { by: CITATIONS, direction: ASC }) { nodes { statement } } }',
  );
  expect(claims.nodes).toEqual([{ statement: 'First.' }, { statement: 'Second.' }]);
});
