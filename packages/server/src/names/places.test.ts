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
    'mutation ($id: ID!) { withdrawLocation(id: $id, expectedVersion: 1, rationale: "None such.") { location { id } } }',
    {
      id: ids.gone,
    },
  );
});
afterAll(() => api.stop());

interface Asked {
  name: string;
  lat?: number;
  lon?: number;
  kinds?: string[];
  inside?: string[];
  area?: string;
}

/** What is found for each, asked all at once. */
async function match(...rows: Asked[]) {
  const runner = api.database.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(
      'create temp table asked (row_id bigint, name text, kinds text[], lat float8, lon float8, inside text[], area_id uuid) on commit drop',
    );
    for (const [i, { name, kinds, lat, lon, inside, area }] of rows.entries())
      await runner.query('insert into asked values ($1, $2, $3, $4, $5, $6, $7)', [
        i,
        name,
        kinds,
        lat,
        lon,
        inside,
        area && ids[area]!.slice(4),
      ]);
    const found: {
      location_id: string | null;
      rule: string | null;
      verdict: string;
      km: number | null;
    }[] = await runner.query(
      `select location_id, rule, verdict, km from match_places('asked') order by row_id`,
    );
    const nameOf = (id: string | null) =>
      Object.keys(ids).find((each) => ids[each] === `loc_${id}`) ?? null;
    return found.map(({ location_id, verdict }) => [verdict, nameOf(location_id)]);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const here = { lat: 32.72, lon: 35.943 };

describe('name and point together', () => {
  test('find the place that bears the name, though another is nearer', async () => {
    expect(
      await match(
        { name: 'Zaizoun town', ...here },
        { name: 'زيزون', ...here },
        { name: 'Tabriyyat', ...here },
      ),
    ).toEqual([
      ['MATCHED', 'south'],
      ['MATCHED', 'south'],
      ['MATCHED', 'nearer'],
    ]);
  });

  test('find one of homonyms, never the far one', async () => {
    expect(
      await match({ name: 'Zayzun', lat: 35.72, lon: 36.36 }, { name: 'Zayzun', lat: 34, lon: 37 }),
    ).toEqual([
      ['MATCHED', 'north'],
      ['NONE', null],
    ]);
  });

  test('find nothing of another name on the spot, and nothing that was withdrawn', async () => {
    expect(await match({ name: 'Qumhanah', ...here }, { name: 'Gone', lat: 33, lon: 36 })).toEqual([
      ['NONE', null],
      ['NONE', null],
    ]);
  });

  test('are left open where two fit alike, and settled by what tells them apart', async () => {
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

describe('a name without a point', () => {
  test('finds a place that is alone in what encloses it', async () => {
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

  test('finds only the kinds that are asked for', async () => {
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

test('each row gets one answer, also the same one twice, and one that has no name', async () => {
  const answers = await match(
    { name: 'Zayzun', ...here },
    { name: 'Zayzun', ...here },
    { name: '💥', ...here },
    { name: 'Zayzun', lat: 90, lon: 0 },
  );
  expect(answers.map(([verdict]) => verdict)).toEqual(['MATCHED', 'MATCHED', 'NONE', 'NONE']);
});
