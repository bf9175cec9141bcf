// cspell:ignore Sura
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';
import { csvOf, importText } from '../../testing/imports.ts';
import { battle, importRows } from '../acled/acled.testing.ts';
import { csv } from '../csv/csv.ts';
import { importEvents } from '../ucdp/ucdp.testing.ts';

/** Texts that say where a place is, or what, and its kind. */
const descriptions = [
  ['30 km north of Odra town', 'DESCRIBED'],
  ['20-25 km SW of Odra', 'DESCRIBED'],
  ['five miles from Odra', 'DESCRIBED'],
  ['near Odra', 'DESCRIBED'],
  ['just outside Odra town', 'DESCRIBED'],
  ['west of Odra', 'DESCRIBED'],
  ['outskirts of Odra', 'DESCRIBED'],
  ['northern outskirts of Odra town', 'DESCRIBED'],
  ['Odra surroundings', 'DESCRIBED'],
  ['between Odra and Velm', 'DESCRIBED'],
  ['halfway between Odra town and Velm town', 'DESCRIBED'],
  ['Market in Odra', 'DESCRIBED'],
  ['Village east of Odra', 'DESCRIBED'],
  ['Odra and Velm', 'DESCRIBED'],
  ['Odra town and surrounding villages', 'DESCRIBED'],
  ['قرب أودرا', 'DESCRIBED'],
  ['eastern Odra', 'INFORMAL_REGION'],
  ['eastern Odra town', 'INFORMAL_REGION'],
  ['eastern Coast', 'INFORMAL_REGION'],
  ['Northern Coast province', 'INFORMAL_REGION'],
  ['Odra countryside', 'INFORMAL_REGION'],
  ['on the road from Odra to Velm', 'ROAD'],
  ['Odra - Velm road', 'ROAD'],
  ['Highway 1 in Coast province', 'ROAD'],
  ['Lake Chad', 'NATURAL_FEATURE'],
  ['Gulf of Aden', 'NATURAL_FEATURE'],
  ['Odra hospital', 'FACILITY'],
  ['Odra bridge', 'FACILITY'],
  ['Velm pipeline', 'FACILITY'],
  ['Odra military camp', 'FACILITY'],
  ['Odra refugee camp', 'COMMUNITY'],
  ['Odra town centre', 'NEIGHBOURHOOD'],
] as const;
/** Texts that name the town of the gazetteer. */
const ofOdra = [
  'Odra',
  'Odra town',
  'town of Odra',
  'in Odra town',
  'Odra town in Coast province',
  'Odra village near Velm',
];
/** Texts that name several places. */
const lists: readonly (readonly [string, readonly string[]])[] = [
  ['Odra town and Velm town', ['Odra', 'Velm']],
  ['Odra, Velm and Sura villages', ['Odra', 'Velm', 'Sura']],
];
/** Texts that are the name of a town, in every format. */
const names = ['Port of Spain', 'Spring City', 'East Velm', 'Kara'];
/** Texts that are the name of a town where the file does not say what each place is. */
const plainNames = ['Glass Hill', 'Mill Station', 'Salt Lake', 'River Bend Road', 'Iron Bridge'];

let api: Api;
let odra: string;
/** The places of the claim about each text, by format. */
const imported: Record<string, Map<string, any[]>> = {};
beforeAll(async () => {
  api = await startApi('ledger');
  const { aLocation } = fixtures(api);
  const country = await aLocation('Lumeria', { kind: 'COUNTRY' });
  const coast = await aLocation('Coast', { kind: 'GOVERNORATE', parentId: country });
  odra = await aLocation('Odra', { parentId: coast, point: { lat: 10.5, lon: 20.25 } });
  const texts = [...descriptions, ...lists].map(([text]) => text).concat(ofOdra, names, plainNames);
  for (const [format, { importPlaces, system, prefix }] of Object.entries(importers)) {
    await importPlaces(texts);
    imported[format] = new Map();
    for (const [i, text] of texts.entries())
      imported[format].set(text, await placesOf(system, `${prefix}${i + 1}`));
  }
});
afterAll(() => api.stop());

async function placesOf(system: string, value: string): Promise<any[]> {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          places { asWritten point { lat } location { id kind name point { lat } } }
        }
      }
    }`,
    { id: { system, value } },
  );
  return record.places;
}

interface Importer {
  /** Imports one event at each place, all at the point of Odra. */
  importPlaces(texts: readonly string[]): Promise<unknown>;
  /** The external id of an event is `prefix` and its number. */
  system: string;
  prefix: string;
}

const point = { latitude: '10.5', longitude: '20.25' };
const importers: Record<string, Importer> = {
  ucdp: {
    system: 'ucdp-event',
    prefix: '',
    importPlaces: (texts) =>
      importEvents(
        api,
        ...texts.map((where_coordinates, i) => ({
          id: String(i + 1),
          where_coordinates,
          where_prec: '2',
          adm_1: 'Coast province',
          adm_2: '',
          country: 'Lumeria',
          ...point,
          geom_wkt: '',
        })),
      ),
  },
  acled: {
    system: 'acled',
    prefix: 'LUM',
    importPlaces: (texts) =>
      importRows(
        api,
        texts.map((location, i) => ({
          ...battle,
          event_id_cnty: `LUM${i + 1}`,
          country: 'Lumeria',
          admin1: 'Coast',
          admin2: '',
          admin3: '',
          location,
          ...point,
        })),
      ),
  },
  csv: {
    system: 'table:notes',
    prefix: '',
    importPlaces: (texts) => {
      const rows = texts.map((town, i) => ({
        no: String(i + 1),
        what: 'It is said.',
        land: 'Lumeria',
        area: 'Coast',
        town,
        ...point,
      }));
      return importText(api, csv, csvOf(Object.keys(rows[0] ?? {}), rows), {
        settings: {
          dataset: { name: 'notes' },
          id: { column: 'no' },
          statement: { column: 'what' },
          place: {
            country: 'land',
            admin1: 'area',
            name: 'town',
            latitude: 'latitude',
            longitude: 'longitude',
          },
        },
      });
    },
  },
};

describe.each(Object.keys(importers))('in a file of %s, the place', (format) => {
  const placesFor = (text: string) => imported[format]?.get(text) ?? [];

  test.each(descriptions)('"%s" keeps its words and is a %s', (text, kind) => {
    const places = placesFor(text);
    expect(places).toMatchObject([{ asWritten: text, location: { kind, name: text } }]);
    expect(places[0].location.id).not.toBe(odra);
  });

  test.each(ofOdra)('"%s" is the town', (text) => {
    expect(placesFor(text)).toMatchObject([{ asWritten: text, location: { id: odra } }]);
  });

  test.each(lists)('"%s" is several, none of which gets the point', (text, towns) => {
    const places = placesFor(text);
    expect(places.map(({ location }) => location.name)).toEqual(towns);
    expect(places[0].location.id).toBe(odra);
    for (const { asWritten, point, location } of places) {
      expect([asWritten, point]).toEqual([text, { lat: 10.5 }]);
      if (location.id !== odra) expect(location.point).toBeNull();
    }
  });

  test.each(format === 'ucdp' ? names : [...names, ...plainNames])('"%s" is a name', (text) => {
    expect(placesFor(text)).toMatchObject([{ location: { kind: 'COMMUNITY', name: text } }]);
  });
});
