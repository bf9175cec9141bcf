import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi('ledger');
  const { aLocation } = fixtures(api);
  const daraa = await aLocation('Daraa', { kind: 'GOVERNORATE' });
  const hama = await aLocation('Hama', { kind: 'GOVERNORATE' });
  const village = (name: string, parentId: string, lat: number, lon: number) =>
    aLocation(name, { parentId, point: { lat, lon } });
  Object.assign(ids, {
    daraa,
    south: await village('Zayzun', daraa, 32.716, 35.943),
    north: await village('Zayzun', hama, 35.72, 36.36),
    nearer: await village('Tabriyat', daraa, 32.7205, 35.9432),
    east: await village('Eastern Kabsh', hama, 35.1, 36.71),
    west: await village('Western Kabsh', hama, 35.1, 36.69),
    gone: await village('Gone', daraa, 33, 36),
  });
  await api.data(
    `mutation ($id: ID!) {
      withdrawLocation(id: $id, expectedVersion: 1, rationale: "None such.") { location { id } }
    }`,
    {
      id: ids.gone,
    },
  );
});
afterAll(() => api.stop());

interface PlaceRequest {
  name: string;
  lat?: number;
  lon?: number;
  kinds?: string[];
  inside?: string[];
  area?: string;
}

/** The verdict and place for each request, all matched at once. */
async function match(...rows: PlaceRequest[]) {
  const runner = api.database.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(
      `create temp table request (row_id bigint, name text, kinds text[], lat float8, lon float8,
        inside text[], area_id uuid, names text[], part_kind text, part_id uuid, not_system text,
        of_system text, not_id uuid) on commit drop`,
    );
    for (const [i, { name, kinds, lat, lon, inside, area }] of rows.entries())
      await runner.query('insert into request values ($1, $2, $3, $4, $5, $6, $7)', [
        i,
        name,
        kinds,
        lat,
        lon,
        inside,
        area && ids[area]!.slice(4),
      ]);
    const matches: {
      location_id: string | null;
      rule: string | null;
      verdict: string;
      km: number | null;
    }[] = await runner.query(
      `select location_id, rule, verdict, km from match_places('request') order by row_id`,
    );
    const nameOf = (id: string | null) =>
      Object.keys(ids).find((each) => ids[each] === `loc_${id}`) ?? null;
    return matches.map(({ location_id, verdict }) => [verdict, nameOf(location_id)]);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const nearSouth = { lat: 32.72, lon: 35.943 };

describe('a name and a point', () => {
  test('find the place with the name, even if another place is nearer', async () => {
    expect(
      await match(
        { name: 'Zaizoun town', ...nearSouth },
        { name: 'زيزون', ...nearSouth },
        { name: 'Tabriyyat', ...nearSouth },
      ),
    ).toEqual([
      ['MATCHED', 'south'],
      ['MATCHED', 'south'],
      ['MATCHED', 'nearer'],
    ]);
  });

  test('find the near one of two homonyms', async () => {
    expect(
      await match({ name: 'Zayzun', lat: 35.72, lon: 36.36 }, { name: 'Zayzun', lat: 34, lon: 37 }),
    ).toEqual([
      ['MATCHED', 'north'],
      ['NONE', null],
    ]);
  });

  test('find no place with another name, and no withdrawn place', async () => {
    expect(
      await match({ name: 'Qumhanah', ...nearSouth }, { name: 'Gone', lat: 33, lon: 36 }),
    ).toEqual([
      ['NONE', null],
      ['NONE', null],
    ]);
  });

  test('are ambiguous if two places fit equally well, unless a qualifier decides', async () => {
    const between = { lat: 35.1, lon: 36.7 };
    expect(
      await match(
        { name: 'Kabsh', ...between },
        { name: 'Kabsh Gharbi', ...between },
        { name: 'كبش شرقي', ...between },
      ),
    ).toEqual([
      ['AMBIGUOUS', null],
      ['MATCHED', 'west'],
      ['MATCHED', 'east'],
    ]);
  });
});

describe('a name at the point of a place', () => {
  const at = { lat: -12, lon: 30 };
  const store = async (...names: string[]) => {
    const { aLocation } = fixtures(api);
    const id = await aLocation(names[0]!, { point: at });
    ids.stored = id;
    for (const text of names.slice(1))
      await api.data(
        `mutation ($id: ID!, $text: String!) {
          addName(recordId: $id, name: { text: $text, kind: ALIAS }) { record { id } }
        }`,
        { id, text },
      );
    return async () => {
      await api.data(
        `mutation ($id: ID!, $v: Int!) {
          withdrawLocation(id: $id, expectedVersion: $v, rationale: "Test.") { location { id } }
        }`,
        { id, v: names.length },
      );
    };
  };
  const verdict = async (name: string, ...stored: string[]) => {
    const remove = await store(...stored);
    const [[result] = []] = await match({ name, ...at });
    await remove();
    return result;
  };

  test.each([
    ['Dara', ['Odra']],
    ['Odra', ['Dara']],
    ['Folam', ['Velm']],
    ['Velm', ['Folam']],
    ['Kora', ['Kara']],
    ['Bara', ['Dara']],
    ['Hamin', ['Hamid']],
    ['Karam', ['Karim']],
    ['Tell Abyad', ['Tell Aswad']],
    ['Kafr Abid', ['Kafr Nasih']],
    ['Deraa', ['Adra', 'عدرا']],
    ['Western Odra', ['Odra']],
    ['Odra refugee camp', ['Odra']],
    ['Odra', ['Odra camp']],
    ['Odra town centre', ['Odra']],
  ])('%s is not %j', async (name, stored) => {
    expect(await verdict(name, ...stored)).toBe('NONE');
  });

  test.each([
    ['Tall Rifat', ['Tell Refaat']],
    ['Tel Rifaat', ['تل رفعت']],
    ['Umm Al Mayadin', ['Um Elmayazin']],
    ['Odra town', ['Odra']],
    ['Odhra', ['Odra']],
    ['Musbin', ['Mseibin']],
    ['Samma', ['Samma Al-Hneidat']],
    ['Karratin', ['Tal Karatine']],
    ['Kabsh', ['Western Kabsh']],
    ['Al-Jabal refugee camp', ['Jabal camp']],
    ['Deraa', ['Daraa', 'درعا']],
  ])('%s is %j', async (name, stored) => {
    expect(await verdict(name, ...stored)).toBe('MATCHED');
  });
});

describe('a name without a point', () => {
  test('finds a place whose name is unique in its area', async () => {
    expect(
      await match(
        { name: 'Zayzun' },
        { name: 'Zaizoun', inside: ["Dar'a Governorate"] },
        { name: 'Zayzun', area: 'daraa' },
        { name: 'Zayzun', inside: ['Homs'] },
      ),
    ).toEqual([
      ['AMBIGUOUS', null],
      ['MATCHED', 'south'],
      ['MATCHED', 'south'],
      ['NONE', null],
    ]);
  });

  test('finds only places of the given kinds', async () => {
    expect(
      await match(
        { name: 'Dara Governorate', kinds: ['GOVERNORATE'] },
        { name: 'Daraa', kinds: ['COMMUNITY'] },
      ),
    ).toEqual([
      ['MATCHED', 'daraa'],
      ['NONE', null],
    ]);
  });
});

test('each row gets one answer, even a repeated one or one without a usable name', async () => {
  const answers = await match(
    { name: 'Zayzun', ...nearSouth },
    { name: 'Zayzun', ...nearSouth },
    { name: '💥', ...nearSouth },
    { name: 'Zayzun', lat: 90, lon: 0 },
  );
  expect(answers.map(([verdict]) => verdict)).toEqual(['MATCHED', 'MATCHED', 'NONE', 'NONE']);
});
