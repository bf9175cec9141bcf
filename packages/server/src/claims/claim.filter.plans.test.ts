import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

interface PlanNode {
  'Relation Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

const nodesIn = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesIn)];

/** The scans of a table in the plan for any values, where PostgreSQL uses each index it can. */
async function scansOf(table: string, query: string): Promise<PlanNode[]> {
  const sent = await api.statements(() => api.data(query));
  const reads = new RegExp(`(from|join) ${table} `);
  const text = sent.find((each) => reads.test(each));
  const count = Math.max(0, ...[...(text ?? '').matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
  const runner = api.database.createQueryRunner();
  try {
    await runner.query('set enable_seqscan = off');
    await runner.query('set enable_indexonlyscan = off');
    await runner.query('set enable_bitmapscan = off');
    await runner.query('set plan_cache_mode = force_generic_plan');
    await runner.query(`prepare filtered as ${text}`);
    const values = count > 0 ? `(${Array(count).fill('null').join()})` : '';
    const [row] = await runner.query(`explain (format json) execute filtered${values}`);
    const [{ Plan }] = row['QUERY PLAN'];
    return nodesIn(Plan).filter((node) => node['Relation Name'] === table);
  } finally {
    await runner.query('deallocate all');
    await runner.query('reset all');
    await runner.release();
  }
}

// With `or` between two ways to find a report, PostgreSQL read all reports again for each claim.
test.each([
  ['reported', '{ reported: { from: "2018-01-01", to: "2018-12-31" } }'],
  ['not reported', '{ not: { reported: { from: "2018-01-01" } } }'],
])('a filter by the first publication looks reports up by key: %s', async (_name, filter) => {
  const scans = await scansOf('report', `{ claims(filter: ${filter}) { nodes { statement } } }`);
  expect(scans.length).toBeGreaterThan(0);
  for (const scan of scans) expect(scan['Index Cond']).toMatch(/^\(id = /);
});

// PostgreSQL expected one claim in the area, and read all places of all governorates for each.
test('statistics of an area on the map look governorates up by the key of the place', async () => {
  const area = 'bbox: { west: 35, south: 32, east: 42, north: 37 }';
  const scans = await scansOf(
    'location_within',
    `{ claimStats(by: [ADMIN1], filter: { place: { ${area} } }) { buckets { count } } }`,
  );
  expect(scans.length).toBeGreaterThan(0);
  for (const scan of scans) expect(scan['Index Cond']).toMatch(/^\(location_id = /);
});

// The cursor was compared with the id of the claim, so that all rows before it were read.
test.each(['locations', 'factions', 'sources'])(
  'a page of claims after a cursor starts at the cursor: %s',
  async (list) => {
    const page = (args: string) => `{ ${list}(first: 10) { nodes {
      claims(${args}) { nodes { occurred { latest } } pageInfo { endCursor } } } } }`;
    const { nodes } = (await api.data(page('first: 1')))[list];
    const isDated = ({ claims }: any) => claims.nodes[0]?.occurred?.latest;
    const cursor = nodes.find(isDated).claims.pageInfo.endCursor;
    const table = { locations: 'claim_within', factions: 'claim_of_faction' }[list];
    const scans = await scansOf(table ?? 'claim_of_source', page(`first: 1, after: "${cursor}"`));
    expect(scans.map((scan) => scan['Index Cond'])).toContainEqual(
      expect.stringMatching(/ROW\(occurred, claim_id\) </),
    );
  },
);
