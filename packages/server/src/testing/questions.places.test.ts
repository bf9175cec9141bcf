import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { fixtures } from './fixtures.ts';
import { idByName } from './sample.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

describe('one operation on the sample answers', () => {
  test('which towns government forces are said to have entered, not their homonyms', async () => {
    const { aLocation } = fixtures(api);
    const hama = await aLocation('Hama', { kind: 'GOVERNORATE' });
    const district = await aLocation('As-Suqaylabiyah', { kind: 'DISTRICT', parentId: hama });
    const ziyara = await aLocation('Ziyara', { kind: 'SUBDISTRICT', parentId: district });
    await aLocation('Zayzun', { parentId: ziyara });
    const { entered, homonyms } = await api.data(
      `query ($forces: [ID!]) {
        entered: claims(filter: {
          kind: [ADVANCE], party: { faction: $forces, role: [ACTOR] }, place: { role: [TO] }
        }) {
          nodes {
            parties { faction { name externalIds { system value } } role group }
            places {
              role asWritten
              location { kind label externalIds { system value } alsoIn { name } }
            }
          }
        }
        homonyms: locations(filter: { text: "Zayzun" }) { nodes { label } }
      }`,
      { forces: [await idByName(api, 'factions', 'Syrian government forces')] },
    );
    expect(entered.nodes).toHaveLength(1);
    const [{ parties, places }] = entered.nodes;
    expect(parties[0].faction).toEqual({
      name: 'Syrian government forces',
      externalIds: [{ system: 'ucdp-actor', value: '118' }],
    });
    expect(parties.map(({ role, group }: any) => [role, group])).toEqual([
      ['ACTOR', parties[0].group],
      ['ACTOR', parties[0].group],
    ]);
    const towns = places.filter((place: any) => place.location.kind === 'COMMUNITY');
    expect(
      towns.map(({ location, asWritten }: any) => [
        asWritten,
        location.label,
        location.externalIds[0].value,
      ]),
    ).toEqual([
      ['Tel Shihab', 'Tal Shihab, Mzeireb, Daraa', 'C6033'],
      ['Zaizoun', 'Zayzun, Mzeireb, Daraa', 'C6037'],
    ]);
    expect(towns.map(({ location }: any) => location.alsoIn)).toEqual([
      [{ name: 'Western rural area' }],
      [{ name: 'Western rural area' }],
    ]);
    expect(homonyms.nodes.map(({ label }: any) => label).sort()).toEqual([
      'Zayzun, Mzeireb, Daraa',
      'Zayzun, Ziyara, Hama',
    ]);
  });

  test('where displaced people are said to have gone, even to places without a name', async () => {
    const { claims } = await api.data(`{
      claims(filter: { kind: [DISPLACEMENT], place: { role: [TO, TOWARDS] } }) {
        nodes { places { role location { name kind point { lat lon } parent { name } } } }
      }
    }`);
    expect(claims.nodes).toHaveLength(1);
    const [{ places }] = claims.nodes;
    expect(places.map(({ role, location }: any) => [role, location.name])).toEqual([
      ['TOWARDS', 'Qunaitra'],
      ['TOWARDS', 'Horan'],
      ['TOWARDS', 'wooded land'],
    ]);
    expect(places[2].location).toEqual({
      name: 'wooded land',
      kind: 'DESCRIBED',
      point: null,
      parent: null,
    });
  });

  test('who is said to control the Yarmouk basin, and that faction’s affiliation', async () => {
    const { location } = await api.data(
      `query ($id: ID!) {
        location(id: $id) {
          claims(filter: { kind: [TERRITORIAL_CONTROL] }) {
            nodes {
              attributions { chain { source { name } } }
              parties {
                role
                faction {
                  name
                  relations(kinds: [AFFILIATE_OF]) {
                    kind from { name } to { name } claims { statement }
                  }
                }
              }
            }
          }
        }
      }`,
      { id: await idByName(api, 'locations', 'Yarmouk basin') },
    );
    expect(location.claims.nodes).toHaveLength(1);
    const [{ parties, attributions }] = location.claims.nodes;
    expect(attributions[0].chain[0].source.name).toBe('Yasser al-Turkmani');
    expect(parties).toEqual([
      {
        role: 'CONTROLLER',
        faction: {
          name: 'Jaish Khalid ibn al-Walid',
          relations: [
            {
              kind: 'AFFILIATE_OF',
              from: { name: 'Jaish Khalid ibn al-Walid' },
              to: { name: 'Islamic State' },
              claims: [
                { statement: 'Jaish Khalid ibn al-Walid is an affiliate of the Islamic State.' },
              ],
            },
          ],
        },
      },
    ]);
  });

  test('every claim inside Daraa governorate, including its towns', async () => {
    const { record } = await api.data(`{
      record(type: LOCATION, externalId: { system: "ocha-pcode", value: "SY12" }) {
        ... on Location {
          label
          claims(first: 100) { totalCount nodes { places { location { name } } } }
          itself: claims(scope: EXACT) { totalCount }
          around: claims(scope: WITHIN_OR_OVERLAPPING) { totalCount }
        }
      }
    }`);
    const { label, claims, itself, around } = record;
    expect(label).toBe('Daraa');
    expect([claims.totalCount, itself.totalCount, around.totalCount]).toEqual([18, 2, 19]);
    expect(claims.nodes).toHaveLength(18);
    const placeNames = new Set(
      claims.nodes.flatMap(({ places }: any) => places.map(({ location }: any) => location.name)),
    );
    for (const place of [
      'Sayda',
      'Um Elmayathen',
      'Zayzun',
      'Yarmouk basin',
      'Road to the Nassib crossing',
    ])
      expect(placeNames).toContain(place);
  });
});
