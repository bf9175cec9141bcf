import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

type Input = Record<string, unknown>;

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const everything = `
  id version createdAt updatedAt kind name label geoPrecision geometry point { lat lon } parent {
  id } alsoIn { id } overlaps { id }
  names { id text kind } externalIds { system value } withdrawn { rationale }
`;
const read = async (id: string) =>
  (await api.data(`query ($id: ID!) { location(id: $id) { ${everything} } }`, { id })).location;
const update = async (id: string, input: Input) => {
  const { version: v } = await read(id);
  const data = await api.data(
    `mutation ($id: ID!, $v: Int!, $input: UpdateLocationInput!) { made: updateLocation(id: $id,
      expectedVersion: $v, input: $input) { location { ${everything} } } }`,
    { id, v, input },
  );
  return data.made.location;
};
const namesOf = async (id: string, list: 'ancestors' | 'overlaps') =>
  (await api.data(`query ($id: ID!) { location(id: $id) { ${list} { name } } }`, { id })).location[
    list
  ].map(({ name }: any) => name);
const claimsAt = async (id: string) => {
  const { location } = await api.data(
    `query ($id: ID!) { location(id: $id) { exact: claims(scope: EXACT) { totalCount } claims {
      totalCount } around: claims(scope: WITHIN_OR_OVERLAPPING) { totalCount } } }`,
    { id },
  );
  return [location.exact.totalCount, location.claims.totalCount, location.around.totalCount];
};
const geometry = {
  type: 'LineString',
  coordinates: [
    [36.1, 32.6],
    [36.25, 32.5],
  ],
};

describe('a place', () => {
  test('returns every field, keeps what an update leaves out, clears nulls', async () => {
    const [area, other, parent, beside] = await Promise.all(
      ['Area', 'Other', 'Parent', 'Beside'].map((name) => make.aLocation(name)),
    );
    const id = await make.aLocation('Road', {
      kind: 'ROAD',
      parentId: parent,
      alsoInIds: [other, area],
      overlapIds: [],
      point: { lat: -0.5, lon: 36.0000001 },
      geoPrecision: 'LINE_OR_REGION',
      geometry,
      externalIds: [{ system: 'geonames', value: '1' }],
    });
    const before = await read(id);
    expect(before).toEqual({
      id,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      withdrawn: null,
      kind: 'ROAD',
      name: 'Road',
      label: 'Road',
      geoPrecision: 'LINE_OR_REGION',
      geometry,
      point: { lat: -0.5, lon: 36.0000001 },
      parent: { id: parent },
      alsoIn: [{ id: other }, { id: area }],
      overlaps: [],
      names: [{ id: expect.any(String), text: 'Road', kind: 'PRIMARY' }],
      externalIds: [{ system: 'geonames', value: '1' }],
    });
    const overlapped = await update(id, { overlapIds: [beside] });
    expect(overlapped).toEqual({
      ...before,
      overlaps: [{ id: beside }],
      version: 2,
      updatedAt: expect.any(String),
    });
    expect((await read(beside!)).overlaps).toEqual([{ id }]);
    const bare = await update(id, {
      parentId: null,
      alsoInIds: null,
      overlapIds: [],
      point: null,
      geoPrecision: null,
      geometry: null,
      externalIds: null,
    });
    expect(bare).toMatchObject({
      version: 3,
      parent: null,
      alsoIn: [],
      overlaps: [],
      point: null,
      geoPrecision: null,
      geometry: null,
      externalIds: [],
    });
  });

  test('is written once when it is upserted twice', async () => {
    const [area, beside] = [await make.aLocation(), await make.aLocation()];
    const upsert = async () =>
      (
        await api.data(
          `mutation ($input: CreateLocationInput!) { made: upsertLocation(externalId: {
            system: "ocha-pcode", value: "C6037" }, input: $input) { location {
            ${everything} } } }`,
          {
            input: {
              kind: 'COMMUNITY',
              names: [{ text: 'Zayzun', kind: 'PRIMARY' }],
              point: { lat: 32.73, lon: 35.94 },
              geometry,
              alsoInIds: [area],
              overlapIds: [beside],
            },
          },
        )
      ).made.location;
    const first = await upsert();
    expect(first.version).toBe(1);
    expect(await upsert()).toEqual(first);
  });

  test('has a label that no homonym has, and is never merged with them', async () => {
    const [daraa, hama] = [
      await make.aLocation('Daraa', { kind: 'GOVERNORATE' }),
      await make.aLocation('Hama', { kind: 'GOVERNORATE' }),
    ];
    const district = await make.aLocation('Izra', { kind: 'DISTRICT', parentId: daraa });
    const [mzeireb, ziyara] = [
      await make.aLocation('Mzeireb', { kind: 'SUBDISTRICT', parentId: district }),
      await make.aLocation('Ziyara', { kind: 'SUBDISTRICT', parentId: hama }),
    ];
    const informal = await make.aLocation('Western area', {
      kind: 'INFORMAL_REGION',
      parentId: daraa,
    });
    const twins = [
      await make.aLocation('Saydun', { parentId: mzeireb, alsoInIds: [informal] }),
      await make.aLocation('Saydun', { parentId: ziyara }),
      await make.aLocation('Saydun'),
    ];
    expect(new Set(twins).size).toBe(3);
    const { locations } = await api.data(
      '{ locations(filter: { text: "saydun" }) { nodes { label } } }',
    );
    expect(locations.nodes.map(({ label }: any) => label).sort()).toEqual([
      'Saydun',
      'Saydun, Mzeireb, Daraa',
      'Saydun, Ziyara, Hama',
    ]);
    expect(await namesOf(twins[0]!, 'ancestors')).toEqual([
      'Mzeireb',
      'Western area',
      'Daraa',
      'Izra',
    ]);
    await update(hama, { names: [{ text: 'Hamah', kind: 'PRIMARY' }] });
    expect((await read(twins[1]!)).label).toBe('Saydun, Ziyara, Hamah');
  });
});

describe('what lies inside a place', () => {
  test('moves with it: its claims are counted at its new place', async () => {
    const [east, west, border] = [
      await make.aLocation('East', { kind: 'GOVERNORATE' }),
      await make.aLocation('West', { kind: 'GOVERNORATE' }),
      await make.aLocation('Borderland', { kind: 'INFORMAL_REGION' }),
    ];
    await update(border, { overlapIds: [west] });
    const district = await make.aLocation('District', { kind: 'DISTRICT', parentId: east });
    const town = await make.aLocation('Town', { parentId: district });
    const claim = await make.aClaim({
      places: [{ locationId: town }, { locationId: district, role: 'TO' }],
    });
    expect([
      await claimsAt(town),
      await claimsAt(district),
      await claimsAt(east),
      await claimsAt(west),
    ]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [0, 1, 1],
      [0, 0, 0],
    ]);
    await update(district, { parentId: west });
    expect([await claimsAt(east), await claimsAt(west), await claimsAt(border)]).toEqual([
      [0, 0, 0],
      [0, 1, 1],
      [0, 0, 1],
    ]);
    expect(await namesOf(town, 'ancestors')).toEqual(['District', 'West']);
    await update(town, { alsoInIds: [east] });
    expect([await claimsAt(east), await claimsAt(west)]).toEqual([
      [0, 1, 1],
      [0, 1, 1],
    ]);
    await update(town, { parentId: null, alsoInIds: [] });
    expect([await claimsAt(east), await claimsAt(west), await claimsAt(town)]).toEqual([
      [0, 0, 0],
      [0, 1, 1],
      [1, 1, 1],
    ]);
    await api.data(
      `mutation ($id: ID!) { updateClaim(id: $id, expectedVersion: 1, input: { places: [] }) {
        claim { id } } }`,
      {
        id: claim,
      },
    );
    expect([await claimsAt(town), await claimsAt(west)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('a place can be swapped with its own part if the part is moved out first', async () => {
    const outer = await make.aLocation('Outer');
    const inner = await make.aLocation('Inner', { parentId: outer });
    await update(inner, { parentId: null });
    await update(outer, { parentId: inner });
    expect([await namesOf(outer, 'ancestors'), await namesOf(inner, 'ancestors')]).toEqual([
      ['Inner'],
      [],
    ]);
  });

  test('a claim at two places inside is counted once', async () => {
    const region = await make.aLocation('Region', { kind: 'INFORMAL_REGION' });
    const parent = await make.aLocation('Parent', { parentId: region });
    const [one, two] = [
      await make.aLocation('One', { parentId: parent, alsoInIds: [region] }),
      await make.aLocation('Two', { parentId: parent }),
    ];
    await make.aClaim({
      places: [{ locationId: one }, { locationId: two }, { locationId: one, role: 'FROM' }],
    });
    expect([await claimsAt(region), await claimsAt(parent), await claimsAt(one)]).toEqual([
      [0, 1, 1],
      [0, 1, 1],
      [1, 1, 1],
    ]);
    expect(await namesOf(one, 'ancestors')).toEqual(['Parent', 'Region']);
  });
});
