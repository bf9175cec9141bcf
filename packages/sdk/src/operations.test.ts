import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import * as operations from './generated/operations.ts';
import { type Client, createClient } from './index.ts';

let api: Api;
let client: Client;

beforeAll(async () => {
  api = await startApi('sample');
  client = createClient({ url: api.url });
});
afterAll(() => api.stop());

const only = <T>(items: readonly T[]): T => {
  expect(items).toHaveLength(1);
  return items[0]!;
};
const place = async (name: string) =>
  only((await client.execute(operations.LocationsByName, { name })).locations.nodes);
const faction = async (text: string) =>
  only((await client.execute(operations.Factions, { filter: { text } })).factions.nodes);
const source = async (text: string) =>
  only((await client.execute(operations.Sources, { filter: { text } })).sources.nodes);
const claim = async (text: string) =>
  only((await client.execute(operations.Claims, { filter: { text } })).claims.nodes);

describe('the SDK answers', () => {
  test('how many people left a place, and who says so', async () => {
    const { id } = await place('Yarmouk basin');
    const { claims } = await client.execute(operations.PeopleDisplacedFrom, { place: id });
    const displaced = only(claims.nodes);
    expect(displaced.quantities).toMatchObject([{ comparator: 'AT_LEAST', min: 6000, max: null }]);
    expect(displaced.attributions[0]!.chain[0]!.source.name).toBe('Yasser al-Turkmani');
  });

  test('which place a name in another spelling or script means, and why', async () => {
    for (const [text, rule] of [
      ['tel shehab', 'SPELLING'],
      ['تل شهاب', 'EXACT'],
    ] as const) {
      const { search } = await client.execute(operations.Search, {
        text,
        types: ['LOCATION'],
        first: 1,
      });
      expect(only(search.nodes)).toMatchObject({
        rule,
        label: 'Tal Shihab, Mzeireb, Daraa',
        record: { __typename: 'Location' },
      });
    }
  });

  test('what supports a claim, and why', async () => {
    const { id } = await claim('Household goods have been carried off');
    const result = (await client.execute(operations.ForAndAgainst, { id })).claim!;
    expect(result.contradicting).toEqual([]);
    expect(result.supporting.map(({ kind, sharedOrigin }) => [kind, sharedOrigin]).sort()).toEqual([
      ['CORROBORATES', 'POSSIBLE'],
      ['REFINES', expect.any(String)],
    ]);
    for (const { rationale, from, to } of result.supporting) {
      expect(rationale).not.toBe('');
      expect([from.id, to.id]).toContain(id);
    }
  });

  test('what a faction belongs to and controls on a day', async () => {
    const { id } = await faction('Jaish Khalid');
    const result = (await client.execute(operations.FactionOnDay, { id, day: '2018-07-09' }))
      .faction!;
    expect(result.relations.map(({ kind, to }) => [kind, to.name])).toEqual([
      ['AFFILIATE_OF', 'Islamic State'],
    ]);
    expect(result.relations[0]!.claims).toHaveLength(1);
    expect(only(result.controls.nodes).places.map(({ location }) => location.label)).toEqual([
      'Yarmouk basin, Daraa',
    ]);
  });

  test("a source's track record", async () => {
    const { id } = await source('al-Masalma');
    const result = (await client.execute(operations.SourceRecord, { id, asOrigin: true })).source!;
    expect(result).toMatchObject({ reliability: 'F', ratings: [], affiliations: [] });
    expect(result.claims.nodes).toHaveLength(6);
  });

  test('what an outlet published, and what a report claims', async () => {
    const { id } = await source('Diyaruna');
    const { reports } = (await client.execute(operations.ReportsBySource, { id })).source!;
    const report = only(reports.nodes);
    expect(report.published).toMatchObject({
      edtf: '2018-07-10~',
      approximate: true,
      basis: 'INFERRED',
    });
    const { claims } = (
      await client.execute(operations.ClaimsInReport, { id: report.id, first: 100 })
    ).report!;
    expect(claims.nodes).toHaveLength(26);
    const listing = await client.execute(operations.Reports);
    expect(only(listing.reports.nodes).id).toBe(report.id);
    expect((await client.execute(operations.ReportById, { id: report.id })).report).toMatchObject({
      bodyKind: 'PARAPHRASE',
    });
  });

  test('which claims name a faction', async () => {
    const { id } = await faction('Army of the South');
    const { claims } = (await client.execute(operations.ClaimsAboutFaction, { id })).faction!;
    expect(
      claims.nodes.some(({ quantities }) =>
        quantities.some(({ measure, best, min }) => measure === 'FACTIONS' && (best ?? min) === 11),
      ),
    ).toBe(true);
  });

  test('which places are inside a place, and which enclose it', async () => {
    const { record } = await client.execute(operations.RecordByExternalId, {
      type: 'LOCATION',
      externalId: { system: 'ocha-pcode', value: 'SY12' },
    });
    if (record?.__typename !== 'Location') throw new Error('no place');
    expect(record.label).toBe('Daraa');
    const { children } = (await client.execute(operations.PlacesInside, { id: record.id }))
      .location!;
    expect(children.nodes.map(({ name }) => name)).toContain('Yarmouk basin');
    const { id } = await place('Zaizoun');
    const { ancestors } = (await client.execute(operations.LocationById, { id })).location!;
    expect(ancestors.map(({ label }) => label)).toContain('Daraa');
  });

  test('how a record was changed', async () => {
    const { id } = await claim('Air strikes hit');
    const result = (await client.execute(operations.RecordHistory, { id })).node!;
    if (!('history' in result)) throw new Error('not a record');
    expect(result.history.nodes.at(-1)).toMatchObject({ change: 'CREATED', action: 'sample' });
    expect((await client.execute(operations.ClaimById, { id })).claim).toMatchObject({
      status: 'UNVERIFIED',
      assessments: [],
      citations: [],
    });
  });
});

test('operations are plain data that a bundler can leave out', () => {
  const all = Object.values(operations).filter((each) => 'text' in each);
  expect(all.length).toBeGreaterThan(50);
  for (const operation of all) expect(operation).toEqual(JSON.parse(JSON.stringify(operation)));
});
