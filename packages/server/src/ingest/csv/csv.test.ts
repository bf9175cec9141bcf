import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { bring, csvOf, state } from '../../testing/imports.ts';
import { openFile } from '../read/bytes.ts';
import { csv } from './csv.ts';
import { guessMapping } from './guess.ts';
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
const importing = (rows: Record<string, string>[], more: MappingInput = mapping) =>
  bring(api, csv, csvOf(columns, rows), { more });
const claimOf = async (value: string) =>
  (
    await api.data(
      `query ($id: ExternalIdInput!) { record(type: CLAIM, externalId: $id) { ... on Claim { statement kind modality occurred { edtf }
        places { geoPrecision point { lat lon } location { label } } parties { role group faction { name kind } } quantities { measure min best max of { category } }
        attributions { chain { source { name kind } } } report { title kind url publisher { name } published { edtf } } importIssues { kind column } } } }`,
      { id: { system: 'table:our desk', value } },
    )
  ).record;

describe('a desk’s own table', () => {
  test('is read by its mapping', async () => {
    const { counts, problems } = await importing([row]);
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

  test('again changes nothing; read by another mapping, or with another cell, it changes', async () => {
    await importing([row]);
    const before = await state(api);
    expect((await importing([row])).counts.unchanged.claims).toBe(1);
    expect(await state(api)).toEqual(before);
    expect(
      (await importing([row], { ...mapping, kind: { always: 'BOMBING' } })).counts.changed.claims,
    ).toBe(1);
    expect((await claimOf('A-1')).kind).toBe('BOMBING');
    expect((await importing([{ ...row, What: 'Planes hit the bridge.' }])).counts).toMatchObject({
      created: { claims: 0 },
      changed: { claims: 1 },
    });
  });

  test('comes in with what is sound, and says what was left out; what is empty is unknown', async () => {
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
    const { problems } = await importing([bad, { Ref: 'C', What: 'Only this.' }]);
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

  test('comes over HTTP too, with its mapping in the address', async () => {
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

  test('refuses rows without id or statement, or of an id that stands above', async () => {
    const { counts, problems } = await importing([
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
    ['a mapping with an unknown key', { ...mapping, colour: 'red' }, /Unrecognized key.*colour/],
    ['a mapping to a kind that is none', { ...mapping, kind: { always: 'DUEL' } }, /kind/],
    [
      'a value that is none',
      { ...mapping, kind: { column: 'Type', values: { x: 'DUEL' } } },
      /kind\.values\.x: /,
    ],
    [
      'a mapping to a column that is not there',
      { ...mapping, statement: { column: 'Gone' } },
      /its header lacks Gone/,
    ],
  ])('is refused whole with %s', async (_what, more, message) => {
    const before = await state(api);
    await expect(bring(api, csv, csvOf(columns, [row]), { more })).rejects.toThrow(message);
    expect(await state(api)).toEqual(before);
  });
});

describe('a guessed mapping', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-guess-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const guess = async (content: string) => {
    const path = join(folder, 'incidents.csv');
    writeFileSync(path, content);
    return guessMapping(await openFile(path));
  };

  test('knows columns by their usual names, the form of dates, and kinds that are named alike', async () => {
    const found = await guess(
      'Event ID;Event date;Incident type;Description;Governorate;Town;Latitude;Longitude;Killed;Source;Source URL;Headline;Colour\n' +
        '1;13.07.2018;Air strike;Planes came.;North;Aville;32,5;36,25;3;A witness;https://x.test;Hit;red\n2;14.07.2018;Clash;They fought.;North;Beville;32,6;36,3;0;;;;\n',
    );
    expect(found).toEqual({
      dataset: { name: 'incidents', kind: 'ORGANISATION' },
      delimiter: ';',
      separator: ';',
      dates: 'DD.MM.YYYY',
      decimals: ',',
      language: 'en',
      id: { column: 'Event ID' },
      statement: { column: 'Description' },
      kind: {
        column: 'Incident type',
        values: { 'Air strike': 'AIRSTRIKE', Clash: 'CLASH' },
        otherwise: 'OTHER',
      },
      occurred: { from: 'Event date' },
      place: { admin1: 'Governorate', name: 'Town', latitude: 'Latitude', longitude: 'Longitude' },
      parties: [],
      figures: [{ measure: 'PEOPLE_KILLED', value: 'Killed' }],
      sources: [{ column: 'Source' }],
      report: { title: 'Headline', url: 'Source URL' },
    });
  });

  test('can be imported by as it stands', async () => {
    const content = csvOf(
      ['id', 'date', 'description', 'city'],
      [{ id: '1', date: '2018-07-05', description: 'Something.', city: 'Aville' }],
    );
    const { counts, problems } = await bring(api, csv, content, { more: await guess(content) });
    expect([counts.created.claims, problems]).toEqual([1, []]);
  });

  test('of nothing is refused', async () => {
    await expect(guess('')).rejects.toThrow('incidents.csv is empty');
  });
});
