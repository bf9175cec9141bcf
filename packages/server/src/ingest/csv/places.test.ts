import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { importText } from '../../testing/imports.ts';
import { importFormats } from '../formats.ts';
import { csv } from './csv.ts';
import type { MappingInput } from './mapping.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const mappingOf = (name: string): MappingInput => ({
  dataset: { name },
  id: { column: 'no' },
  statement: { column: 'what' },
  place: { country: 'land', name: 'town', latitude: 'lat', longitude: 'lon' },
});
const importRows = (name: string, rows: readonly string[]) =>
  importText(api, csv, ['no,what,land,town,lat,lon', ...rows].join('\n'), {
    settings: mappingOf(name),
  });
const placesOf = async (table: string, no: string) => {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          places { point { lat } location { id name parent { name } } }
          importIssues { kind column value }
        }
      }
    }`,
    { id: { system: `table:${table}`, value: no } },
  );
  return record;
};

describe('the country of a row', () => {
  test('is one place, by any of its codes and names', async () => {
    const lands = ['KE', 'KEN', 'Kenya', 'Syrian Arab Republic', 'SYR', 'Syria'];
    await importRows(
      'lands',
      lands.map((land, i) => `L${i},It is said.,${land},Ford ${i},,`),
    );
    const { locations } = await api.data(
      '{ locations(filter: { kind: [COUNTRY] }) { nodes { name } } }',
    );
    expect(locations.nodes.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Kenya',
      'Syria',
    ]);
  });
});

describe('a town that nothing else places', () => {
  test('is another town if its name is only similar', async () => {
    for (const [i, town] of ['Adra', 'Odra', 'درعا', 'Dara'].entries())
      await importRows(`towns ${i}`, [`T,It is said.,,${town},,`]);
    const ids = [];
    for (const i of [0, 1, 2, 3])
      ids.push((await placesOf(`towns ${i}`, 'T')).places[0].location.id);
    expect(new Set(ids).size).toBe(4);
  });
});

test('half a point is an issue', async () => {
  await importRows('halves', ['H1,It is said.,,Mill,10.5,', 'H2,It is said.,,Weir,,20.5']);
  const [first, second] = [await placesOf('halves', 'H1'), await placesOf('halves', 'H2')];
  expect([first.places[0].point, second.places[0].point]).toEqual([null, null]);
  expect(first.importIssues).toEqual([{ kind: 'BAD_POINT', column: 'lat', value: '10.5' }]);
  expect(second.importIssues).toEqual([{ kind: 'BAD_POINT', column: 'lon', value: '20.5' }]);
});

test('a point at no named place is an issue', async () => {
  await importRows('points', ['P1,It is said.,,,10.5,20.5', 'P2,It is said.,,,,']);
  const [first, second] = [await placesOf('points', 'P1'), await placesOf('points', 'P2')];
  expect(first).toMatchObject({
    places: [],
    importIssues: [{ kind: 'NO_PLACE', column: 'lat', value: '10.5, 20.5' }],
  });
  expect(second).toMatchObject({ places: [], importIssues: [] });
});

test('an area of another country is not the one that a row names', async () => {
  const gazetteer = importFormats.find(({ name }) => name === 'gazetteer')!;
  const area =
    'ADM0_PCODE,ADM1_PCODE,ADM1_EN,ADM2_PCODE,ADM2_EN\nAD,AD51,Highmark,AD5101,Lowdale\n';
  await importText(api, gazetteer, area, { file: 'areas.csv' });
  const rows = ['A1,It is said.,Andorra,Highmark,Lowdale', 'A2,It is said.,Malta,Highmark,Lowdale'];
  await importText(api, csv, ['no,what,land,province,district', ...rows].join('\n'), {
    settings: {
      ...mappingOf('areas'),
      place: { country: 'land', admin1: 'province', admin2: 'district' },
    },
  });
  const [inside, elsewhere] = [await placesOf('areas', 'A1'), await placesOf('areas', 'A2')];
  const { record } = await api.data(
    '{ record(type: LOCATION, externalId: { system: "ocha-pcode", value: "AD5101" }) { id } }',
  );
  expect(inside.places[0].location.id).toBe(record.id);
  expect(elsewhere.places[0].location.id).not.toBe(record.id);
});
