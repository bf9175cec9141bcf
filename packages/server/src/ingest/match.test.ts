import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { listDuplicates } from './duplicates.ts';
import { fileOf, importPath, ucdpFile, withClient } from './ingest.testing.ts';
import { matchByPerson } from './match.ts';
import { unmatch } from './unmatch.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const header = [
  'pcode,name_en,name_ar,adm3_pcode,adm3_en,adm2_pcode,adm2_en,adm1_pcode,adm1_en',
  'latitude,longitude',
].join(',');
/** A gazetteer of a governorate "AD<n>": each place with its district. */
const gazetteerOf = (
  n: number,
  governorate: string,
  ...places: [code: string, name: string, district: string, part: number, lat: number][]
) =>
  fileOf(
    [
      header,
      ...places.map(([code, name, district, part, lat]) =>
        [
          `${code},${name},,AD${n}0${part}01,${district} Sub,AD${n}0${part},${district}`,
          `AD${n},${governorate},${lat},1.5`,
        ].join(','),
      ),
    ].join('\n'),
  );

const mapping = {
  dataset: { name: 'Ferry Desk' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  place: { country: 'country', admin1: 'gov', admin2: 'dist', name: 'town' },
};
const importEvents = (...rows: string[]) =>
  importPath(api, 'csv', fileOf(['ref,account,country,gov,dist,town', ...rows].join('\n')), {
    settings: mapping,
    force: true,
  });

async function placeOf(system: string, value: string) {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          places { location { id name externalIds { value } names { text } parent { name } } }
        }
      }
    }`,
    { id: { system, value } },
  );
  return record.places[0].location;
}
const placeOfEvent = (ref: string) => placeOf('table:ferry desk', ref);

const matchIdOf = async (text: string): Promise<string> => {
  const [{ id }] = await api.database.query(
    'select id from import_match where value like $1 order by value limit 1',
    [text],
  );
  return id;
};

test('the district that a row names decides between places of one name', async () => {
  await importPath(
    api,
    'gazetteer',
    gazetteerOf(
      81,
      'Northshire',
      ['C8111', 'Ferrybridge', 'Lowside', 1, 42.4],
      ['C8112', 'Ferrybridge', 'Highside', 2, 42.6],
    ),
  );
  await importEvents(
    'F1,Shots were heard.,Andorra,Northshire,Highside,Ferrybridge',
    'F2,A truck burned.,Andorra,Northshire,,Ferrybridge',
  );
  expect((await placeOfEvent('F1')).externalIds).toEqual([{ value: 'C8112' }]);
  expect((await placeOfEvent('F2')).externalIds).toEqual([]);
});

test('unmatch moves the claims of a mapped table, and matching again moves them back', async () => {
  await importPath(
    api,
    'gazetteer',
    gazetteerOf(
      82,
      'Southshire',
      ['C8211', 'Elmford', 'Elm', 1, 41],
      ['C8212', 'Oakford', 'Elm', 1, 41.1],
    ),
  );
  const row = 'F3,Shots were heard.,Andorra,Southshire,,ELMFORD';
  await importEvents(row);
  const gazetteerPlace = await placeOfEvent('F3');
  expect(gazetteerPlace.externalIds).toEqual([{ value: 'C8211' }]);

  const match = await matchIdOf('%|elmford|');
  expect(await withClient(api, (client) => unmatch(client, match))).toMatchObject({ claims: 1 });
  const own = await placeOfEvent('F3');
  expect(own).toMatchObject({ name: 'ELMFORD', externalIds: [], names: [{ text: 'ELMFORD' }] });
  await importEvents(row);
  expect((await placeOfEvent('F3')).id).toBe(own.id);

  const target = gazetteerPlace.id.slice(4);
  await withClient(api, (client) => matchByPerson(client, { id: match }, 'location', target));
  expect((await placeOfEvent('F3')).id).toBe(gazetteerPlace.id);
  await importEvents(row);
  expect((await placeOfEvent('F3')).id).toBe(gazetteerPlace.id);
  const { node } = await api.data(
    'query ($id: ID!) { node(id: $id) { ... on Location { withdrawn { rationale } } } }',
    { id: own.id },
  );
  expect(node.withdrawn.rationale).toContain('A person matched');
});

test('unmatch changes nothing if rows cannot be read again, and says what to do', async () => {
  await importEvents('F4,A bridge fell.,Andorra,Southshire,,Oakford');
  await api.database.query('update import_run set settings = null');
  const match = await matchIdOf('%|oakford|');
  await expect(withClient(api, (client) => unmatch(client, match))).rejects.toThrow('--force');
  expect((await placeOfEvent('F4')).externalIds).toEqual([{ value: 'C8212' }]);
});

test('a district is the gazetteer’s if its places are, whichever file comes first', async () => {
  const event = (id: string, governorate: string, town: string, latitude: string) => ({
    id,
    country: 'Andorra',
    adm_1: `${governorate} province`,
    adm_2: `Markaz ${governorate} district`,
    where_coordinates: `${town} town`,
    latitude,
    longitude: '1.5',
  });
  const places = (n: number, governorate: string, lat: number) =>
    gazetteerOf(n, governorate, [`C${n}11`, `Oaks${governorate}`, governorate, 1, lat]);
  // The gazetteer calls the district around a town by the town.
  await importPath(api, 'gazetteer', places(83, 'Vessa', 42.1));
  await importPath(api, 'ucdp', fileOf(ucdpFile(event('8301', 'Vessa', 'OaksVessa', '42.1'))));
  await importPath(api, 'ucdp', fileOf(ucdpFile(event('8401', 'Morra', 'OaksMorra', '42.2'))));
  await importPath(api, 'gazetteer', places(84, 'Morra', 42.2));
  expect((await placeOf('ucdp-event', '8301')).externalIds).toEqual([{ value: 'C8311' }]);
  expect((await placeOf('ucdp-event', '8401')).externalIds).toEqual([{ value: 'C8411' }]);
  const { locations } = await api.data(`{
    locations(first: 50, filter: { kind: [DISTRICT] }) { nodes { externalIds { value } } }
  }`);
  const withoutCode = locations.nodes.filter((place: any) => place.externalIds.length === 0);
  expect(withoutCode).toEqual([]);
});

test('places that are probably one are listed', async () => {
  const pairs = await listDuplicates((text, values) => api.database.query(text, values), 10);
  expect(pairs).toContainEqual(
    expect.objectContaining({ label: 'Ferrybridge, Northshire', reason: 'alike, in one area' }),
  );
});
