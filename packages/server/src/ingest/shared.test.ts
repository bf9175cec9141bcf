import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { importPath } from './ingest.testing.ts';

/** Real data, which may be beside the repository. Without it, these tests are skipped. */
const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const slice = `${data}ucdp-ged-syria-2016-2019/daraa_quneitra_2018-06_07.csv`;
const describeWithData = existsSync(slice) ? describe : describe.skip;
if (!existsSync(slice))
  console.warn(`Skipped: the import of real UCDP events. There is no file ${slice}.`);

describeWithData('the sample report and UCDP’s events of the same weeks', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
    await importPath(api, 'ucdp', slice, { release: '19.1' });
  });
  afterAll(() => api.stop());

  test('every row is one claim, and every citation a report', async () => {
    const [{ claims, citations, articles, releases }] = await api.database.query(`
      select
        (select count(*)::int from import_row) as claims,
        (select count(*)::int from citation) as citations,
        (
          select count(*)::int from report where kind = 'ARTICLE' and publisher_id is not null
        ) as articles,
        (select count(*)::int from report where kind = 'DATASET') as releases`);
    expect({ claims, citations, releases }).toEqual({ claims: 111, citations: 160, releases: 1 });
    expect(articles).toBeGreaterThan(100);
  });

  test('one query returns claims of both about the same faction', async () => {
    const { record } = await api.data(`{
      record(type: FACTION, externalId: { system: "ucdp-actor", value: "118" }) {
        ... on Faction { claims(first: 100) { nodes { report { title kind } } } }
      }
    }`);
    const kinds = new Set(record.claims.nodes.map(({ report }: any) => report.kind));
    expect(kinds).toEqual(new Set(['ARTICLE', 'DATASET']));
  });
});
