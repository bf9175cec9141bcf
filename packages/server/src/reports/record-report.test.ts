import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

test('recordReport writes a report and its claims in order, in one write', async () => {
  const sourceId = await make.aSource();
  const claims = ['First.', 'Second.', 'Third.'].map((statement) => ({
    statement,
    kind: 'OTHER',
    attributions: [{ chain: [{ sourceId }] }],
    passage: { quote: statement },
  }));
  const input = {
    report: {
      kind: 'ARTICLE',
      title: 'Whole',
      body: 'First. Second. Third.',
      bodyKind: 'VERBATIM',
    },
    claims,
  };
  const { recordReport } = await api.data(
    `mutation ($input: RecordReportInput!) {
      recordReport(input: $input) { claims { statement passage { start } report { id } history {
      nodes { at action } } } report { id version claims { totalCount } history { nodes { at } } }
      warnings { code } }
    }`,
    { input },
  );
  const { report } = recordReport;
  expect(recordReport.warnings).toEqual([]);
  expect(report).toMatchObject({ version: 1, claims: { totalCount: 3 } });
  expect(
    recordReport.claims.map((claim: any) => [
      claim.statement,
      claim.passage.start,
      claim.report.id,
    ]),
  ).toEqual([
    ['First.', 0, report.id],
    ['Second.', 7, report.id],
    ['Third.', 15, report.id],
  ]);
  const moments = new Set(
    [report, ...recordReport.claims].flatMap(({ history }: any) =>
      history.nodes.map(({ at }: any) => at),
    ),
  );
  expect(moments.size).toBe(1);
});
