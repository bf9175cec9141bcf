import { columns as acledColumns, battle } from '../ingest/acled/acled.testing.ts';
import { ucdpFile } from '../ingest/ingest.testing.ts';
import type { Api } from '../testing/api.ts';
import type { Dice } from '../testing/differential/dice.ts';
import { fixtures } from '../testing/fixtures.ts';
import { csvOf } from '../testing/imports.ts';

/** The values of a record by field, as texts. */
export type Values = Record<string, string>;

/** The records of one type that files describe and people change. */
export interface Subject {
  type: 'Claim' | 'Location';
  format: 'ucdp' | 'acled' | 'csv' | 'gazetteer';
  /** What the format needs to read a file. */
  settings?: object;
  /** The fields that are compared. */
  selection: string;
  /** A file with one row for each history. `draw` chooses what the row says. */
  fileOf(dice: Dice, numbers: readonly number[]): string;
  externalId(n: number): { system: string; value: string };
  /** A random change by a person: input of an update. */
  edit(dice: Dice, n: number): Record<string, unknown>;
  /** Whether each record is in a report of its own, which people correct, too. */
  hasReports?: boolean;
}

const digits = ['1', '2', '3', '4'];

/** Files of one format, in which each history is a row. */
type ClaimFiles = Pick<Subject, 'format' | 'settings' | 'hasReports' | 'externalId' | 'fileOf'>;

const ucdpFiles: ClaimFiles = {
  format: 'ucdp',
  externalId: (n) => ({ system: 'ucdp-event', value: String(50_000 + n) }),
  fileOf: (dice, numbers) =>
    ucdpFile(
      ...numbers.map((n) => ({
        id: String(50_000 + n),
        best: dice.one(digits),
        high: '9',
        low: '1',
        date_end: `2021-03-0${dice.one(digits)}`,
        where_coordinates: `${dice.one(['Millbrook', 'Oldford', 'Weir'])} town`,
        side_b: dice.one(['Red Band', 'Red Band, Blue Band']),
        event_clarity: dice.one(['1', '2']),
        source_original: dice.one(['mill workers', 'residents', '']),
        source_article: `"Daily Bell,2021-03-0${dice.one(digits)},Shots at the mill"`,
      })),
    ),
};

const acledFiles: ClaimFiles = {
  format: 'acled',
  externalId: (n) => ({ system: 'acled', value: `RND${n}` }),
  fileOf: (dice, numbers) =>
    csvOf(
      acledColumns,
      numbers.map((n) => ({
        ...battle,
        event_id_cnty: `RND${n}`,
        event_date: `2018-07-0${dice.one(digits)}`,
        sub_event_type: dice.one(['Armed clash', 'Non-state actor overtakes territory']),
        actor2: dice.one(['Red Front', 'Green Front']),
        assoc_actor_1: dice.one(['Blue Militia', 'Blue Militia; Green Militia', '']),
        location: dice.one(['Aville', 'Bville']),
        source: dice.one(['First Paper', 'First Paper; Second Radio']),
        notes: `Made-up forces fought, ${dice.one(digits)}.`,
        fatalities: dice.one(['', ...digits]),
      })),
    ),
};

const tableColumns = ['ref', 'account', 'day', 'town', 'actor', 'dead', 'who', 'title', 'printed'];
const tableFiles: ClaimFiles = {
  format: 'csv',
  settings: {
    dataset: { name: 'Dice Desk' },
    id: { column: 'ref' },
    statement: { column: 'account' },
    occurred: { from: 'day' },
    place: { country: 'town', name: 'town' },
    parties: [{ column: 'actor', role: 'ACTOR' }],
    figures: [{ measure: 'PEOPLE_KILLED', value: 'dead' }],
    sources: [{ column: 'who', kind: 'PERSON' }],
    report: { title: 'title', published: 'printed' },
  },
  hasReports: true,
  externalId: (n) => ({ system: 'table:dice desk', value: `D${n}` }),
  fileOf: (dice, numbers) =>
    csvOf(
      tableColumns,
      numbers.map((n) => ({
        ref: `D${n}`,
        account: `They said so, ${dice.one(digits)}.`,
        day: dice.one(['', `2021-03-0${dice.one(digits)}`]),
        town: dice.one(['Millbrook', 'Oldford']),
        actor: dice.one(['Red Band', 'Red Band; Blue Band', '']),
        dead: dice.one(['', ...digits]),
        who: dice.one(['A miller', 'A smith', '']),
        title: `News ${n}, ${dice.one(digits)}`,
        printed: dice.one(['2021-03-05', '2021-03-06']),
      })),
    ),
};

export const claimFormats = [ucdpFiles, acledFiles, tableFiles];

export async function claimSubject(api: Api, files: ClaimFiles): Promise<Subject> {
  const { aFaction, aLocation, aSource, aReport } = fixtures(api);
  const [factionId, locationId, sourceId, reportId] = [
    await aFaction(),
    await aLocation(),
    await aSource(),
    await aReport(),
  ];
  const { externalId, format } = files;
  const ownId = (n: number) => ({ system: 'desk', value: `${format} ${n}` });
  const edits: ((dice: Dice, n: number) => Record<string, unknown>)[] = [
    (dice) => ({ statement: `As the desk words it: ${dice.one(digits)}.` }),
    (dice) => ({ kind: dice.value('ClaimKind') }),
    (dice) => ({ aggregate: dice.roll(2) === 0 }),
    (dice) => ({ modality: dice.value('Modality'), language: 'fr' }),
    (dice) => ({ occurred: { edtf: `2021-03-1${dice.one(digits)}` } }),
    () => ({ occurred: null }),
    (dice) => ({ quantities: [{ measure: 'PEOPLE_KILLED', best: dice.roll(9) }] }),
    () => ({ quantities: [] }),
    () => ({ parties: [{ factionId, role: 'ACTOR' }] }),
    () => ({ places: [{ locationId, asWritten: 'the mill' }] }),
    () => ({ places: [] }),
    () => ({ attributions: [{ chain: [{ sourceId, capacity: 'WITNESS' }] }] }),
    (dice) => ({ citations: dice.roll(2) === 0 ? [] : [{ reportId }] }),
    (_, n) => ({ externalIds: [ownId(n)] }),
    (_, n) => ({ externalIds: [externalId(n), ownId(n)] }),
  ];
  return {
    ...files,
    type: 'Claim',
    selection: `
      statement kind language modality aggregate occurred { edtf earliest latest }
      quantities { id measure min best max partOf of { category faction { id } } }
      parties { role group asWritten faction { id } }
      places { role asWritten geoPrecision point { lat lon } location { id } }
      attributions { chain { capacity verb source { id } } } citations { report { id } }
      report { id }
      externalIds { system value }`,
    edit: (dice, n) => dice.one(edits)(dice, n),
  };
}

export function placeSubject(): Subject {
  const nameIn = (language: string, text: string) => ({ text, kind: 'PRIMARY', language });
  const edits: ((dice: Dice, n: number) => Record<string, unknown>)[] = [
    (dice, n) => ({ names: [nameIn('en', `Our ${dice.one(digits)} place ${n}`)] }),
    (dice) => ({ point: { lat: dice.roll(9), lon: dice.roll(9) } }),
    () => ({ point: null }),
    (dice) => ({ kind: dice.value('LocationKind') }),
    () => ({ parentId: null }),
    () => ({ geoPrecision: 'DISTRICT' }),
    (_, n) => ({ externalIds: [{ system: 'desk', value: `P-${n}` }] }),
  ];
  const areas = [1, 2, 3].flatMap((level) => [`adm${level}_en`, `adm${level}_pcode`]);
  const columns = ['pcode', 'name_en', 'name_ar', 'latitude', 'longitude', ...areas];
  const externalId = (n: number) => ({ system: 'ocha-pcode', value: `C${7_000 + n}` });
  return {
    type: 'Location',
    format: 'gazetteer',
    externalId,
    selection: `
      kind names { text kind language } point { lat lon } parent { id } geoPrecision
      externalIds { system value }`,
    fileOf: (dice, numbers) =>
      csvOf(
        columns,
        numbers.map((n) => ({
          pcode: externalId(n).value,
          name_en: `Place ${n}${dice.one(['', ' West', ' East'])}`,
          name_ar: dice.one(['', `مكان ${n}`]),
          latitude: String(40 + dice.roll(4)),
          longitude: String(10 + n / 100),
          adm1_en: 'North',
          adm1_pcode: 'AD01',
          adm2_en: dice.one(['Weir', 'Mill']),
          adm2_pcode: dice.one(['AD0101', 'AD0102']),
          adm3_en: '',
          adm3_pcode: '',
        })),
      ),
    edit: (dice, n) => dice.one(edits)(dice, n),
  };
}
