import type { Api } from '../../testing/api.ts';
import { csvOf, importText } from '../../testing/imports.ts';
import { acled } from './acled.ts';

/** The columns of a current file. */
export const columns = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
];
/** A made-up row: ACLED's terms do not allow passing its data on. */
export const battle = {
  event_id_cnty: 'SYR1',
  event_date: '2018-07-05',
  year: '2018',
  time_precision: '1',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Military Forces of Nowhere (2000-)',
  assoc_actor_1: 'Blue Militia; Green Militia',
  inter1: 'State forces',
  actor2: 'Red Front',
  inter2: 'Rebel group',
  country: 'Nowhere',
  admin1: 'North',
  admin2: 'Upper',
  admin3: 'Hill',
  location: 'Aville',
  latitude: '32.5',
  longitude: '36.25',
  geo_precision: '1',
  source: 'First Paper; Second Radio',
  source_scale: 'National',
  notes: 'Made-up forces fought near Aville.',
  fatalities: '3',
  tags: '',
  timestamp: '1600000000',
};

/** Imports rows as a file of release 2020-01. */
export const importRows = (api: Api, rows: Record<string, string>[], header = columns) =>
  importText(api, acled, csvOf(header, rows), { release: '2020-01' });

/** The claim with an external id. */
export async function claimOf(api: Api, value: string, system = 'acled') {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          statement kind modality aggregate
          occurred { edtf earliest latest precision basis asWritten }
          externalIds { system value }
          places {
            role geoPrecision asWritten point { lat lon }
            location { name kind label ancestors { name kind } }
          }
          parties { role group faction { name kind collective } }
          quantities { measure min best max comparator }
          attributions { chain { capacity verb source { name kind } } }
          report { title kind publisher { name } }
          importIssues { kind column value }
        }
      }
    }`,
    { id: { system, value } },
  );
  return record;
}
