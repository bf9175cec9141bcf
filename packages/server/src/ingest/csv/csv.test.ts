import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { csvOf, importText, state } from '../../testing/imports.ts';
import { csv } from './csv.ts';
import type { MappingInput } from './mapping.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const columns = [
  'Ref',
  'What',
  'Type',
  'Day',
  'Until',
  'Country',
  'Gov',
  'Town',
  'Lat',
  'Lon',
  'By',
  'Against',
  'Dead',
  'Low',
  'High',
  'Who',
  'Headline',
  'Link',
  'Paper',
  'Printed',
];
const mapping: MappingInput = {
  dataset: { name: 'Our Desk' },
  dates: 'DD/MM/YYYY',
  id: { column: 'Ref' },
  statement: { column: 'What' },
  kind: { column: 'Type', values: { 'Air raid': 'AIRSTRIKE' }, otherwise: 'OTHER' },
  occurred: { from: 'Day', to: 'Until' },
  place: {
    country: 'Country',
    admin1: 'Gov',
    name: 'Town',
    latitude: 'Lat',
    longitude: 'Lon',
    precision: { always: 'EXACT' },
  },
  parties: [
    { column: 'By', role: 'ACTOR', kind: 'STATE_FORCES' },
    { column: 'Against', role: 'TARGET' },
  ],
  figures: [
    { measure: 'PEOPLE_KILLED', min: 'Low', best: 'Dead', max: 'High', category: 'CIVILIANS' },
    { measure: 'STRIKES', value: 'Dead' },
  ],
  sources: [{ column: 'Who', kind: 'PERSON' }],
  report: { title: 'Headline', url: 'Link', publisher: 'Paper', published: 'Printed' },
};
const row = {
  Ref: 'A-1',
  What: 'Planes hit the market.',
  Type: 'air raid',
  Day: '05/07/2018',
  Until: '06/07/2018',
  Country: 'Nowhere',
  Gov: 'North',
  Town: 'Aville',
  Lat: '32.5',
  Lon: '-36.25',
  By: 'Air force',
  Against: 'Traders; Shoppers',
  Dead: '5',
  Low: '3',
  High: '1,200',
  Who: 'A witness',
  Headline: 'Market hit',
  Link: 'https://x.test/1',
  Paper: 'First Paper',
  Printed: '07/07/2018',
};
const importRows = (rows: Record<string, string>[], settings: MappingInput = mapping) =>
  importText(api, csv, csvOf(columns, rows), { settings });
const claimOf = async (value: string) => {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          statement kind modality
          occurred { edtf }
          places { geoPrecision point { lat lon } location { label } }
          parties { role group faction { name kind } }
          quantities { measure min best max of { category } }
          attributions { chain { source { name kind } } }
          report { title kind url publisher { name } published { edtf } }
          importIssues { kind column }
        }
      }
    }`,
    { id: { system: 'table:our desk', value } },
  );
  return record;
};

describe('a desk’s own table', () => {
  test('is read by its mapping', async () => {
    const { counts, problems } = await importRows([row]);
    expect(problems).toEqual([]);
    expect(counts.created).toEqual({
      reports: 1,
      sources: 3,
      factions: 3,
      locations: 3,
      claims: 1,
    });
    expect(await claimOf('A-1')).toEqual({
      statement: 'Planes hit the market.',
      kind: 'AIRSTRIKE',
      modality: 'ASSERTED',
      occurred: { edtf: '2018-07-05/2018-07-06' },
      importIssues: [],
      places: [
        {
          geoPrecision: 'EXACT',
          point: { lat: 32.5, lon: -36.25 },
          location: { label: 'Aville, North' },
        },
      ],
      parties: [
        { role: 'ACTOR', group: null, faction: { name: 'Air force', kind: 'STATE_FORCES' } },
        { role: 'TARGET', group: 1, faction: { name: 'Traders', kind: 'UNKNOWN' } },
        { role: 'TARGET', group: 1, faction: { name: 'Shoppers', kind: 'UNKNOWN' } },
      ],
      quantities: [
        { measure: 'PEOPLE_KILLED', min: 3, best: 5, max: 1200, of: { category: 'CIVILIANS' } },
        { measure: 'STRIKES', min: 5, best: 5, max: 5, of: null },
      ],
      attributions: [
        {
          chain: [
            { source: { name: 'A witness', kind: 'PERSON' } },
            { source: { name: 'Our Desk', kind: 'ORGANISATION' } },
          ],
        },
      ],
      report: {
        title: 'Market hit',
        kind: 'ARTICLE',
        url: 'https://x.test/1',
        publisher: { name: 'First Paper' },
        published: { edtf: '2018-07-07' },
      },
    });
  });

  test('changes nothing when imported again, unless the mapping or a cell differs', async () => {
    await importRows([row]);
    const before = await state(api);
    expect((await importRows([row])).counts.unchanged.claims).toBe(1);
    expect(await state(api)).toEqual(before);
    expect(
      (await importRows([row], { ...mapping, kind: { always: 'BOMBING' } })).counts.changed.claims,
    ).toBe(1);
    expect((await claimOf('A-1')).kind).toBe('BOMBING');
    expect((await importRows([{ ...row, What: 'Planes hit the bridge.' }])).counts).toMatchObject({
      created: { claims: 0 },
      changed: { claims: 1 },
    });
  });

  test('is imported without faulty values, and empty cells are unknown', async () => {
    const bad = {
      ...row,
      Ref: 'B',
      Type: 'Mystery',
      Day: '31/02/2018',
      Lat: '99',
      Dead: 'many',
      Low: '9',
      High: '2',
      Link: 'javascript:alert(1)',
      Printed: 'x',
    };
    const { problems } = await importRows([bad, { Ref: 'C', What: 'Only this.' }]);
    const claim = await claimOf('B');
    expect(claim).toMatchObject({
      kind: 'OTHER',
      occurred: null,
      quantities: [],
      report: { title: 'Market hit', url: null, published: null },
    });
    expect(claim.places[0].point).toBeNull();
    const kinds = [
      'BAD_DATE',
      'BAD_DATE',
      'BAD_NUMBER',
      'BAD_NUMBER',
      'BAD_POINT',
      'BAD_URL',
      'BOUND_CONTRADICTS',
      'BOUND_CONTRADICTS',
      'UNKNOWN_VALUE',
    ];
    expect(claim.importIssues.map(({ kind }: any) => kind).sort()).toEqual(
      expect.arrayContaining([...new Set(kinds)]),
    );
    expect(problems.every(({ line, refused }) => line === 2 && !refused)).toBe(true);
    expect(await claimOf('C')).toEqual({
      statement: 'Only this.',
      kind: 'OTHER',
      modality: 'ASSERTED',
      occurred: null,
      places: [],
      parties: [],
      quantities: [],
      importIssues: [],
      attributions: [{ chain: [{ source: { name: 'Our Desk', kind: 'ORGANISATION' } }] }],
      report: {
        title: 'Our Desk',
        kind: 'DATASET',
        url: null,
        publisher: { name: 'Our Desk' },
        published: null,
      },
    });
  });

  test('can be sent over HTTP with its mapping in the address', async () => {
    const send = async (map: string) => {
      const address = new URL(`/import/csv?map=${encodeURIComponent(map)}`, api.url);
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: csvOf(columns, [{ ...row, Ref: 'H' }]),
      });
      return [response.status, await response.json()] as [number, any];
    };
    expect(await send(JSON.stringify(mapping))).toMatchObject([200, { created: { claims: 1 } }]);
    expect(await send('{')).toMatchObject([
      400,
      { errors: [{ message: expect.stringMatching(/^map is not JSON/) }] },
    ]);
    expect(await send('{}')).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
  });

  test('is imported without rows that have no id, no statement or a repeated id', async () => {
    const { counts, problems } = await importRows([
      { ...row, Ref: '' },
      { ...row, Ref: 'D', What: ' ' },
      { ...row, Ref: 'E' },
      { ...row, Ref: 'E' },
    ]);
    expect([counts.rowsRead, counts.rowsImported, counts.rowsRefused]).toEqual([4, 1, 3]);
    expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
      [2, 'BAD_ID'],
      [3, 'NO_STATEMENT'],
      [5, 'REPEATED_ID'],
    ]);
  });

  test.each([
    ['no mapping', undefined, /needs a mapping/],
    ['a mapping without an id', { ...mapping, id: undefined }, /id: /],
    [
      'a mapping with an unknown key',
      { ...mapping, colour: 'red' },
      /a member that nothing reads: colour/,
    ],
    ['a mapping to an unknown kind', { ...mapping, kind: { always: 'DUEL' } }, /kind/],
    [
      'a mapping with an unknown value',
      { ...mapping, kind: { column: 'Type', values: { x: 'DUEL' } } },
      /kind\.values\.x: /,
    ],
    [
      'a mapping to a missing column',
      { ...mapping, statement: { column: 'Gone' } },
      /its header lacks Gone/,
    ],
  ])('is refused as a whole with %s', async (_what, settings, message) => {
    const before = await state(api);
    await expect(importText(api, csv, csvOf(columns, [row]), { settings })).rejects.toThrow(
      message,
    );
    expect(await state(api)).toEqual(before);
  });
});
