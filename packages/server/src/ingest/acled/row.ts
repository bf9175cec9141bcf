import type { ClaimKind } from '../../claims/claim.enums.ts';
import { isCalendarDay } from '../../values/days.ts';
import type { FormatOptions } from '../format.ts';
import { cleanSpacing } from '../normalize.ts';
import { RowRefused } from '../problem.ts';
import { assertColumnCount, type CsvRow } from '../read/csv.ts';
import type { ClaimRow, RowParty, RowSource } from '../stage/claim-row.ts';
import { monthOf, type Period, period, weekOf } from '../stage/dated.ts';
import { countOf, type Issue, type Note, pointOf } from '../ucdp/values.ts';
import { events, geoPrecisions, sideOf, subEvents } from './codes.ts';

const acled: RowSource = { name: 'Armed Conflict Location & Event Data Project', kind: 'DATASET' };

/** What a row of ACLED says. @throws RowRefused for one that cannot be a claim. */
export function claimRowOf(row: CsvRow, { release }: FormatOptions): ClaimRow {
  const issues: Issue[] = [];
  const note: Note = (issue) => issues.push(issue);
  const { id, ids } = idsOf(row);
  const notes = cell(row, 'notes', 5_000, note);
  const meaning = meaningOf(row, note);
  const kind = meaning.kind === 'LOOTING' ? lootingOrNot(notes, note) : meaning.kind;
  const occurred = occurredOf(row, note);
  const parties = [
    ...sideParties(row, 1, meaning.first, note),
    ...sideParties(row, 2, meaning.second, note),
  ];
  const fatalities =
    (row.get('fatalities') ?? '').trim() === '' ? null : countOf(row, 'fatalities', note);
  const sources = listed(row, 'source', note);
  return {
    key: {
      ...id,
      external: true,
      order: occurred ? Date.parse(occurred.occurred_earliest) / 86_400 : 0,
    },
    externalIds: ids,
    statement: notes || worded(row, parties, occurred),
    language: 'en',
    kind,
    modality: 'ASSERTED',
    occurred,
    parties,
    issues,
    report: {
      key: { system: 'acled-release', value: release || 'not known' },
      kind: 'DATASET',
      title: `ACLED, release ${release || 'not known'}`,
      publisher: acled,
    },
    place: placeOf(row, note),
    figures:
      fatalities === null
        ? []
        : [{ measure: 'PEOPLE_KILLED', min: null, best: fatalities, max: null, category: null }],
    chains:
      sources.length > 0
        ? sources.map((name) => [{ name, kind: 'OUTLET' } as const, acled])
        : [[acled]],
  };
}

/** `event_id_cnty`, and in older files `data_id` beside it or alone. */
function idsOf(row: CsvRow) {
  assertColumnCount(row);
  const [event, data] = ['event_id_cnty', 'data_id'].map((column) =>
    (row.get(column) ?? '').trim(),
  );
  const both = [
    ...(event ? [{ system: 'acled', value: event }] : []),
    ...(data ? [{ system: 'acled-data-id', value: data }] : []),
  ];
  const [id, ...ids] = both;
  if (!id)
    throw new RowRefused(
      'BAD_ID',
      'event_id_cnty',
      null,
      'The row has no id, so it could not be found again.',
    );
  if (both.some(({ value }) => value.length > 200))
    throw new RowRefused(
      'BAD_ID',
      'event_id_cnty',
      id.value.slice(0, 200),
      'An id has 200 characters at most.',
    );
  return { id, ids };
}

/** A cell without blanks around, cut to what the ledger takes. */
function cell(row: CsvRow, column: string, most: number, note: Note): string {
  const text = cleanSpacing(row.get(column) ?? '');
  if (text.length <= most) return text;
  note({
    kind: 'TOO_LONG',
    column,
    value: text.slice(0, 500),
    reason: `It has ${text.length} characters; the first ${most} were kept.`,
  });
  return text.slice(0, most);
}

const listed = (row: CsvRow, column: string, note: Note): string[] => [
  ...new Set(
    (row.get(column) ?? '')
      .split(';')
      .map(cleanSpacing)
      .filter(Boolean)
      .map((name) => {
        if (name.length > 500)
          note({
            kind: 'TOO_LONG',
            column,
            value: name.slice(0, 500),
            reason: 'A name has 500 characters at most; the rest was left out.',
          });
        return name.slice(0, 500);
      }),
  ),
];

function meaningOf(row: CsvRow, note: Note) {
  const [sub, event] = ['sub_event_type', 'event_type'].map((column) =>
    cleanSpacing(row.get(column) ?? '').toLowerCase(),
  );
  const found = subEvents[sub!] ?? (sub === '' ? events[event!] : undefined);
  if (found) return found;
  const [column, value] = sub === '' ? ['event_type', event] : ['sub_event_type', sub];
  note({
    kind: 'BAD_CODE',
    column: column!,
    value: value!.slice(0, 500) || null,
    reason: 'The codebook has no such type; the claim is of kind OTHER or of its event type’s.',
  });
  return events[event!] ?? events['strategic development']!;
}

/** One type of ACLED's is two kinds here: the notes tell which. */
function lootingOrNot(notes: string, note: Note): ClaimKind {
  if (/\bloot|\bsteal|\bstole|\bstolen|\brob|\bpillag|\bplunder|\bseiz/i.test(notes))
    return 'LOOTING';
  if (
    /\bdestr|\bburn|\bdemolish|\btorch|\bset fire|\braz(e|ed|ing)\b|\bblew up|\bvandal|\bdamag|\buproot/i.test(
      notes,
    )
  )
    return 'DESTRUCTION';
  note({
    kind: 'UNCLEAR_KIND',
    column: 'sub_event_type',
    value: 'Looting/property destruction',
    reason: 'The notes do not tell looting from destruction; LOOTING was taken.',
  });
  return 'LOOTING';
}

/** An actor and those beside it; where there are several they are one side. Civilians of a row that is marked as targeting them are its target. */
function sideParties(row: CsvRow, side: 1 | 2, role: RowParty['role'], note: Note): RowParty[] {
  const inter = row.get(`inter${side}`) ?? '';
  const actor = cell(row, `actor${side}`, 500, note);
  const beside = row.columns.includes(`assoc_actor_${side}`)
    ? `assoc_actor_${side}`
    : `associate_actor_${side}`;
  const names = [...new Set([...(actor ? [actor] : []), ...listed(row, beside, note)])];
  const targeted = cleanSpacing(row.get('civilian_targeting') ?? '') !== '';
  return names.map((name, i) => {
    const of = sideOf(i === 0 && actor ? inter : '', name);
    return {
      name,
      ...of,
      role: targeted && of.kind === 'CIVILIANS' ? 'TARGET' : role,
      group: names.length > 1 ? side - 1 : null,
    };
  });
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `2018-07-05`, or `05 July 2018` as older files have it. */
function dayOf(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})$/.exec(text) ?? [];
  const named = months.findIndex(
    (name) => month && (name === month.toLowerCase() || name.slice(0, 3) === month.toLowerCase()),
  );
  const iso =
    named >= 0 ? `${year}-${String(named + 1).padStart(2, '0')}-${day!.padStart(2, '0')}` : text;
  return isCalendarDay(iso) ? iso : undefined;
}

/** `time_precision`: 1 that day, 2 some day of its week, 3 some day of its month. */
function occurredOf(row: CsvRow, note: Note): Period | null {
  const text = cleanSpacing(row.get('event_date') ?? '');
  const day = dayOf(text);
  if (!day) {
    note({
      kind: 'BAD_DATE',
      column: 'event_date',
      value: text.slice(0, 500) || null,
      reason: 'This is no day of the calendar; when it was is left open.',
    });
    return null;
  }
  const precision = (row.get('time_precision') ?? '').trim();
  const asWritten = `${text}, time_precision ${precision}`;
  if (precision === '2') return period(...weekOf(day), { inferred: true, asWritten });
  if (precision === '3') return period(...monthOf(day), { edtf: day.slice(0, 7), asWritten });
  if (precision !== '1')
    note({
      kind: 'BAD_CODE',
      column: 'time_precision',
      value: precision.slice(0, 500) || null,
      reason: 'The codebook has 1, 2 and 3; the day was taken as it stands.',
    });
  return period(day, day);
}

function placeOf(row: CsvRow, note: Note): ClaimRow['place'] {
  const [country, admin1, admin2, admin3, location] = [
    'country',
    'admin1',
    'admin2',
    'admin3',
    'location',
  ].map((column) => cell(row, column, 500, note));
  const name = location || admin3 || admin2 || admin1 || country;
  const point = pointOf(row, note);
  if (!name) {
    note({
      kind: 'NO_PLACE',
      column: 'location',
      value: null,
      reason: 'The row names no place; the claim has none.',
    });
    return null;
  }
  const code = (row.get('geo_precision') ?? '').trim();
  const geoPrecision = geoPrecisions[code] ?? null;
  if (!geoPrecision)
    note({
      kind: 'BAD_CODE',
      column: 'geo_precision',
      value: code.slice(0, 500) || null,
      reason: 'The codebook has 1, 2 and 3; it was left out.',
    });
  const kind = location
    ? 'COMMUNITY'
    : admin3
      ? 'SUBDISTRICT'
      : admin2
        ? 'DISTRICT'
        : admin1
          ? 'GOVERNORATE'
          : 'COUNTRY';
  return {
    country: country!,
    admin1: admin1!,
    admin2: admin2!,
    admin3: admin3!,
    name,
    kind,
    point,
    geoPrecision,
  };
}

/** For a row without notes: what it asserts, as one neutral sentence. */
function worded(row: CsvRow, parties: readonly RowParty[], occurred: Period | null): string {
  const type =
    cleanSpacing(row.get('sub_event_type') || row.get('event_type') || '') ||
    'An event of a type not stated';
  const who = parties.length > 0 ? ` (${parties.map(({ name }) => name).join('; ')})` : '';
  const where = [
    ...new Set(
      ['location', 'admin1', 'country']
        .map((column) => cleanSpacing(row.get(column) ?? ''))
        .filter(Boolean),
    ),
  ].join(', ');
  const when = occurred ? `, ${occurred.occurred_edtf.replace('/', ' to ')}` : '';
  return `${type}${who}${where ? ` at ${where}` : ''}${when}.`.slice(0, 5_000);
}
