import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { aFullClaim, everything } from './claim.testing.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const read = async (id: string) =>
  (await api.data(`query ($id: ID!) { claim(id: $id) { ${everything} } }`, { id })).claim;
const update = async (id: string, expectedVersion: number, input: Input) =>
  (
    await api.data(
      `mutation ($id: ID!, $v: Int!, $input: UpdateClaimInput!) {
        made: updateClaim(id: $id, expectedVersion: $v, input: $input) { claim { ${everything} }
        warnings { code message recordId } }
      }`,
      { id, v: expectedVersion, input },
    )
  ).made;

describe('a claim', () => {
  test('returns every field that was written', async () => {
    const { id, input, ids } = await aFullClaim(api);
    const claim = await read(id);
    const [whole, part] = claim.quantities;
    expect(claim).toMatchObject({
      id,
      version: 1,
      statement: input.statement,
      language: 'en-GB',
      kind: 'DISPLACEMENT',
      modality: 'ESTIMATED',
      aggregate: true,
      credibility: 'SIX',
      status: 'UNVERIFIED',
      restsOnWithdrawn: false,
      withdrawn: null,
      report: { id: ids.reportId },
      passage: { ...input.passage, in: 'BODY', start: 12, end: 22 },
      citations: [
        { report: { id: ids.cited }, locator: 'p. 4' },
        { report: { id: ids.reportId }, locator: null },
      ],
      attributions: [
        {
          chain: [
            {
              source: { id: ids.origin },
              capacity: 'WITNESS',
              verb: 'said',
              report: { id: ids.cited },
            },
            { source: { id: ids.outlet }, capacity: 'RELAY', verb: null, report: null },
          ],
        },
        { chain: [{ source: { id: ids.outlet }, capacity: 'UNSTATED', verb: null, report: null }] },
      ],
      occurred: { ...input.occurred, precision: 'MONTH', approximate: true, uncertain: true },
      places: [
        {
          location: { id: ids.town },
          role: 'FROM',
          geoPrecision: 'EXACT',
          point: { lat: 32.5, lon: -36.125 },
          basis: 'INFERRED',
          asWritten: 'there',
        },
        {
          location: { id: ids.town },
          role: 'AT',
          geoPrecision: null,
          point: null,
          basis: 'STATED',
          asWritten: null,
        },
      ],
      parties: [
        {
          faction: { id: ids.faction },
          role: 'ACTOR',
          group: 2,
          basis: 'INFERRED',
          asWritten: 'they',
        },
        {
          faction: { id: ids.faction },
          role: 'TARGET',
          group: null,
          basis: 'STATED',
          asWritten: null,
        },
      ],
      externalIds: input.externalIds,
    });
    expect(claim.quantities).toMatchObject([
      {
        measure: 'PEOPLE_KILLED',
        min: 0,
        best: 0,
        max: 5,
        approximate: true,
        comparator: 'BETWEEN',
        of: null,
        partOf: null,
        asWritten: 'five',
        position: 0,
      },
      {
        measure: 'PEOPLE_KILLED',
        min: null,
        best: 0,
        max: null,
        comparator: 'ABOUT',
        of: { category: 'CIVILIANS', faction: { id: ids.faction } },
        partOf: whole.id,
        position: 1,
      },
      {
        measure: 'STRIKES',
        min: null,
        best: null,
        max: 2_147_483_647,
        comparator: 'AT_MOST',
        partOf: null,
        position: 2,
      },
    ]);
    expect(part.id).toMatch(/^qty_/);
    expect(claim.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(claim.updatedAt).toBe(claim.createdAt);
  });

  test('keeps what an update leaves out, clears what is null, and replaces lists', async () => {
    const { id, ids } = await aFullClaim(api);
    const before = await read(id);
    const { claim: renamed } = await update(id, 1, { statement: 'They all left.' });
    expect(renamed).toEqual({
      ...before,
      statement: 'They all left.',
      version: 2,
      updatedAt: expect.any(String),
    });
    expect(renamed.updatedAt > before.updatedAt).toBe(true);
    const cleared = {
      passage: null,
      citations: null,
      occurred: null,
      places: null,
      parties: null,
      quantities: null,
      externalIds: null,
    };
    const { claim: bare } = await update(id, 2, cleared);
    expect(bare).toMatchObject({
      version: 3,
      passage: null,
      occurred: null,
      citations: [],
      places: [],
      parties: [],
      quantities: [],
      externalIds: [],
    });
    expect(bare.attributions).toEqual(before.attributions);
    const chain = [{ sourceId: ids.outlet }, { sourceId: ids.origin }];
    const { claim: relisted } = await update(id, 3, {
      attributions: [{ chain }],
      places: [{ locationId: ids.town, role: 'ALONG' }],
    });
    expect(relisted.attributions).toMatchObject([
      {
        chain: [
          { source: { id: ids.outlet }, capacity: 'UNSTATED' },
          { source: { id: ids.origin } },
        ],
      },
    ]);
    expect(relisted.places).toEqual([
      {
        location: { id: ids.town },
        role: 'ALONG',
        geoPrecision: null,
        point: null,
        basis: 'STATED',
        asWritten: null,
      },
    ]);
    expect(await read(id)).toEqual(relisted);
  });

  test('keeps the order of its lists and the ids of its quantities', async () => {
    const places = await Promise.all(['A', 'B', 'C'].map((name) => make.aLocation(name)));
    const at = (...picked: number[]) => picked.map((i) => ({ locationId: places[i] }));
    const id = await make.aClaim({
      places: at(0, 1, 2),
      quantities: [
        { measure: 'STRIKES', min: 1 },
        { measure: 'STRIKES', min: 2 },
      ],
    });
    const before = await read(id);
    const { claim } = await update(id, 1, {
      places: at(2, 0),
      quantities: [{ measure: 'STRIKES', min: 7, parts: [{ measure: 'STRIKES', min: 3 }] }],
    });
    expect(claim.places.map((place: any) => place.location.id)).toEqual([places[2], places[0]]);
    expect(claim.quantities[0].id).toBe(before.quantities[0].id);
    expect(claim.quantities.map(({ min, partOf }: any) => [min, partOf])).toEqual([
      [7, null],
      [3, claim.quantities[0].id],
    ]);
    const { claim: grown } = await update(id, 2, { places: at(1, 2, 0), quantities: [] });
    expect(grown.places.map((place: any) => place.location.id)).toEqual([
      places[1],
      places[2],
      places[0],
    ]);
    expect(grown.quantities).toEqual([]);
  });

  test('is refused if its quote occurs several times, also where these overlap', async () => {
    const body = 'They shouted: fire, fire, fire.';
    const reportId = await make.aReport({ body, bodyKind: 'VERBATIM' });
    const passage = { quote: 'fire, fire' };
    await expect(make.aClaim({ reportId, passage })).rejects.toThrow('occur 2 times');
    const id = await make.aClaim({ reportId, passage: { ...passage, start: 20 } });
    expect((await read(id)).passage).toMatchObject({ start: 20, end: 30 });
  });

  test('keeps its version when an update changes nothing', async () => {
    const { id, input } = await aFullClaim(api);
    const before = await read(id);
    const { reportId: _, ...same } = input;
    const { claim } = await update(id, 1, same);
    expect(claim).toEqual(before);
  });

  test('is written once when it is upserted twice', async () => {
    const { input } = await aFullClaim(api);
    const externalId = { system: 'ucdp-event', value: 'upserted' };
    const upsert = async (more: Input = {}) =>
      (
        await api.data(
          `mutation ($externalId: ExternalIdInput!, $input: CreateClaimInput!) {
            made: upsertClaim(externalId: $externalId, input: $input) { claim {
            ${everything} } } }`,
          { externalId, input: { ...input, externalIds: undefined, ...more } },
        )
      ).made.claim;
    const first = await upsert();
    expect(first.externalIds).toEqual([externalId]);
    expect(await upsert()).toEqual(first);
    expect(await upsert({ statement: 'Otherwise.' })).toMatchObject({
      id: first.id,
      version: 2,
      statement: 'Otherwise.',
      externalIds: [externalId],
    });
    const { record } = await api.data(
      'query ($x: ExternalIdInput!) { record(type: CLAIM, externalId: $x) { id version } }',
      {
        x: externalId,
      },
    );
    expect(record).toEqual({ id: first.id, version: 2 });
  });
});
