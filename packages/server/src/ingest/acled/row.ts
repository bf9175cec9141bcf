import type { ClaimKind } from '../../claims/claim.enums.ts';
import { cutText } from '../../values/cut-text.ts';
import { cleanSpacing } from '../../values/normalize.ts';
import type { FormatOptions } from '../format.ts';
import type { NoteIssue, RowIssue } from '../problem.ts';
import { countIn, excerpt, maxNameLength, namesIn, pointIn, textIn } from '../read/cells.ts';
import { assertColumnCount, type CsvRow } from '../read/csv.ts';
import { idIn, missingId } from '../read/row-id.ts';
import { coder } from '../stage/claim-parts.ts';
import type { ClaimRow, RowParty, RowSource } from '../stage/claim-row.ts';
import { type OccurredColumns, orderOfDay } from '../stage/dates.ts';
import { smallestPlace } from '../stage/place-path.ts';
import {
  actorKindOf,
  type EventMeaning,
  eventTypes,
  geoPrecisions,
  otherEvent,
  subEventTypes,
} from './codes.ts';
import { noteContradictions } from './contradictions.ts';
import { occurredOf } from './dates.ts';

const maxStatementLength = 5_000;

const acled: RowSource = { name: 'Armed Conflict Location & Event Data Project', kind: 'DATASET' };
/** The data set as the last speaker of a chain. */
const acledCoder: RowSource = { ...acled, ...coder };

/**
 * The version of the reading of a row. With a new one, a re-import reads rows again that are the
 * same as before. So it has to change whenever a row is read in another way.
 */
const reading = 'acled 3';

/** Reads a row of ACLED as a claim. @throws RowRefused if it cannot be one. */
export function claimRowOf(row: CsvRow, { release }: FormatOptions): ClaimRow {
  const issues: RowIssue[] = [];
  const note: NoteIssue = (issue) => issues.push(issue);
  const [id, ...otherIds] = idsOf(row);
  const notes = textIn(row, 'notes', maxStatementLength, note);
  const meaning = meaningOf(row, note);
  const kind = meaning.kind === 'LOOTING' ? lootingOrDestruction(notes, note) : meaning.kind;
  const occurred = occurredOf(row, note);
  const parties = [
    ...partiesOf(row, 1, meaning.first, note),
    ...partiesOf(row, 2, meaning.second, note),
  ];
  const hasFatalities = (row.get('fatalities') ?? '').trim() !== '';
  const fatalities = hasFatalities ? countIn(row, 'fatalities', note) : null;
  const sources = namesIn(row, 'source', ';', note);
  noteContradictions(row, parties, occurred, note);
  return {
    key: { ...id, external: true, order: orderOfDay(occurred?.occurred_earliest) },
    externalIds: otherIds,
    statement: notes || describe(row, parties, occurred),
    language: 'en',
    kind,
    modality: 'ASSERTED',
    occurred,
    parties,
    issues,
    reading,
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
        ? sources.map((name) => [{ name, kind: 'OUTLET' } as const, acledCoder])
        : [[acledCoder]],
  };
}

interface ExternalId {
  system: string;
  value: string;
}

/** `event_id_cnty`. Older files have `data_id` as well, or instead. */
function idsOf(row: CsvRow): [ExternalId, ...ExternalId[]] {
  assertColumnCount(row);
  const ids = [
    { system: 'acled', value: idIn(row, 'event_id_cnty') },
    { system: 'acled-data-id', value: idIn(row, 'data_id') },
  ].filter(({ value }) => value !== '');
  const [first, ...rest] = ids;
  if (!first) throw missingId(row, 'event_id_cnty');
  return [first, ...rest];
}

function meaningOf(row: CsvRow, note: NoteIssue): EventMeaning {
  const subEventType = cleanSpacing(row.get('sub_event_type') ?? '').toLowerCase();
  const eventType = cleanSpacing(row.get('event_type') ?? '').toLowerCase();
  const byEventType = eventTypes[eventType];
  const meaning = subEventTypes[subEventType] ?? (subEventType === '' ? byEventType : undefined);
  if (meaning) return meaning;
  note({
    kind: 'BAD_CODE',
    column: subEventType === '' ? 'event_type' : 'sub_event_type',
    value: excerpt(subEventType || eventType),
    reason: 'The codebook has no such type. The kind of the event type was taken, or else OTHER.',
  });
  return byEventType ?? otherEvent;
}

/** ACLED has one type for looting and destruction; the notes tell them apart. */
function lootingOrDestruction(notes: string, note: NoteIssue): ClaimKind {
  if (looting.test(notes)) return 'LOOTING';
  if (destruction.test(notes)) return 'DESTRUCTION';
  note({
    kind: 'UNCLEAR_KIND',
    column: 'sub_event_type',
    value: 'Looting/property destruction',
    reason: 'The notes do not say whether it was looting or destruction. LOOTING was taken.',
  });
  return 'LOOTING';
}

const looting = /\b(loot|steal|stole|stolen|rob|pillag|plunder|seiz)/i;
const destruction =
  /\b(destr|burn|demolish|torch|set fire|raz(e|ed|ing)\b|blew up|vandal|damag|uproot)/i;

/**
 * The actor of a side and the actors associated with it; several are one group. If the row is
 * marked as targeting civilians, civilians are its target.
 */
function partiesOf(row: CsvRow, side: 1 | 2, role: RowParty['role'], note: NoteIssue): RowParty[] {
  const actor = textIn(row, `actor${side}`, maxNameLength, note);
  const associates = row.columns.includes(`assoc_actor_${side}`)
    ? `assoc_actor_${side}`
    : `associate_actor_${side}`;
  const names = new Set([...(actor ? [actor] : []), ...namesIn(row, associates, ';', note)]);
  const targetsCivilians = cleanSpacing(row.get('civilian_targeting') ?? '') !== '';
  return [...names].map((name) => {
    const actorKind = actorKindOf(name === actor ? (row.get(`inter${side}`) ?? '') : '', name);
    return {
      name,
      ...actorKind,
      role: targetsCivilians && actorKind.kind === 'CIVILIANS' ? 'TARGET' : role,
      group: names.size > 1 ? side - 1 : null,
    };
  });
}

function placeOf(row: CsvRow, note: NoteIssue): ClaimRow['place'] {
  const cell = (column: string) => textIn(row, column, maxNameLength, note);
  const place = smallestPlace({
    country: cell('country'),
    admin1: cell('admin1'),
    admin2: cell('admin2'),
    admin3: cell('admin3'),
    community: cell('location'),
  });
  const point = pointIn(row, note);
  if (!place) {
    note({
      kind: 'NO_PLACE',
      column: 'location',
      value: point && `${point.lat}, ${point.lon}`,
      reason: 'The row names no place, so the claim has none, and no point.',
    });
    return null;
  }
  const code = (row.get('geo_precision') ?? '').trim();
  const geoPrecision = geoPrecisions[code] ?? null;
  if (!geoPrecision)
    note({
      kind: 'BAD_CODE',
      column: 'geo_precision',
      value: excerpt(code),
      reason: 'The codebook has 1, 2 and 3. The precision was left out.',
    });
  return { ...place, point, geoPrecision };
}

/** For a row without notes: what it asserts, as one neutral sentence. */
function describe(
  row: CsvRow,
  parties: readonly RowParty[],
  occurred: OccurredColumns | null,
): string {
  const type =
    cleanSpacing(row.get('sub_event_type') || row.get('event_type') || '') ||
    'An event of a type not stated';
  const who = parties.length > 0 ? ` (${parties.map(({ name }) => name).join('; ')})` : '';
  const names = ['location', 'admin1', 'country']
    .map((column) => cleanSpacing(row.get(column) ?? ''))
    .filter(Boolean);
  const where = names.length > 0 ? ` at ${[...new Set(names)].join(', ')}` : '';
  const when = occurred ? `, ${occurred.occurred_edtf.replace('/', ' to ')}` : '';
  return cutText(`${type}${who}${where}${when}.`, maxStatementLength);
}
