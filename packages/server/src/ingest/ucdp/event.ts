import type { ClaimKind } from '../../claims/claim.enums.ts';
import { normalizeForComparison } from '../../values/normalize.ts';
import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { outletName } from '../outlets.ts';
import { type NoteIssue, type RowIssue, RowRefused } from '../problem.ts';
import { excerpt, pointIn, writtenIn } from '../read/cells.ts';
import { assertColumnCount, type CsvRow } from '../read/csv.ts';
import {
  coder,
  type StagedSpeaker,
  stageChains,
  stageClaimPlaces,
  stageIssues,
  stageParties,
} from '../stage/claim-parts.ts';
import { stageSource } from '../stage/source.ts';
import { stageCitations } from './citations.ts';
import { noteContradictions } from './contradictions.ts';
import { occurredOf } from './dates.ts';
import { partsOf, stageFigures, totalOf } from './figures.ts';
import { originsOf } from './origins.ts';
import { geoPrecisions, placeAsWritten, stageEventPlaces } from './places.ts';
import { stageRelease, stageUcdp } from './release.ts';
import { type Side, stageSide } from './sides.ts';
import { chainsOf } from './speakers.ts';
import { statementOf } from './statement.ts';

/** By `type_of_violence`. */
const kinds: Record<string, ClaimKind> = {
  '1': 'CASUALTIES',
  '2': 'CASUALTIES',
  '3': 'VIOLENCE_AGAINST_CIVILIANS',
};

/**
 * The version of the reading of a row. With a new one, a re-import reads rows again that are the
 * same as before. So it has to change whenever a row is read in another way.
 */
const reading = 'ucdp 3';

/** Stages one row as one claim: the data set's figure, read in its release, citing its articles. */
export function stageEvent(row: CsvRow, batch: Batch, options: FormatOptions): void {
  const { event, kind } = eventOf(row);
  const issues: RowIssue[] = [];
  const note: NoteIssue = (issue) => issues.push(issue);
  const { id } = batch.record('claim', {
    system: 'ucdp-event',
    value: event,
    external: true,
    order: Number(event),
  });
  batch.noteSubject(id, 'id', event);
  batch.storeOriginalRow('claim', id, reading);

  const sides = { a: stageSide(batch, row, 'a', note), b: stageSide(batch, row, 'b', note) };
  const point = pointIn(row, note);
  const locationIds = stageEventPlaces(batch, row, point, note);
  const total = totalOf(row, note);
  const parts = partsOf(row, total, note);
  const occurred = occurredOf(row, note);
  noteContradictions(row, occurred, point, note);
  const offices = stageCitations(batch, row, event, id, occurred, options, note);
  batch.put('claim', {
    id,
    kind,
    modality: 'ASSERTED',
    language: 'en',
    status: 'UNVERIFIED',
    credibility: 'SIX',
    statement: statementOf(row, sides, total, parts, occurred),
    report_id: stageRelease(batch, options),
    aggregate: row.get('event_clarity')?.trim() === '2',
    ...occurred,
  });
  stageChains(batch, id, stageSpeakers(batch, row, offices, options, note));
  stageFigures(batch, row, id, total, parts, sides);
  stageParties(batch, id, partiesOf(sides, kind));
  const asWritten = placeAsWritten(row, note);
  if (locationIds.length > 0) {
    const geoPrecision = geoPrecisionOf(row, note);
    stageClaimPlaces(batch, id, locationIds, { geoPrecision, asWritten, point });
  } else
    note({
      kind: 'NO_PLACE',
      column: 'where_coordinates',
      value: asWritten ?? (point && `${point.lat}, ${point.lon}`),
      reason: 'The row names no place, so the claim has none, and no point.',
    });
  stageIssues(batch, id, issues);
}

/** The id of the event and the kind of its claim. @throws RowRefused if the row lacks them. */
function eventOf(row: CsvRow): { event: string; kind: ClaimKind } {
  assertColumnCount(row);
  const event = (row.get('id') ?? '').trim();
  if (!/^\d{1,15}$/.test(event))
    throw new RowRefused(
      'BAD_ID',
      'id',
      excerpt(writtenIn(row, 'id')),
      'The id of a UCDP event is a number.',
    );
  const type = (row.get('type_of_violence') ?? '').trim();
  const kind = kinds[type];
  if (!kind)
    throw new RowRefused(
      'BAD_CODE',
      'type_of_violence',
      excerpt(type),
      'The codebook has 1, 2 and 3.',
    );
  return { event, kind };
}

function geoPrecisionOf(row: CsvRow, note: NoteIssue) {
  const code = row.get('where_prec') ?? '';
  const geoPrecision = geoPrecisions[code.trim()];
  if (geoPrecision) return geoPrecision;
  note({
    kind: 'BAD_CODE',
    column: 'where_prec',
    value: excerpt(code),
    reason: 'The codebook has 1 to 7. The precision was left out.',
  });
  return null;
}

/** Stages the sources of a row. @returns the chains, each ending with UCDP, which coded the row. */
function stageSpeakers(
  batch: Batch,
  row: CsvRow,
  officeNames: readonly string[],
  options: FormatOptions,
  note: NoteIssue,
): StagedSpeaker[][] {
  const { outlets } = options;
  const keyOf = (name: string) => outletName(normalizeForComparison(name), outlets);
  const byKey = (names: readonly string[]) => new Map(names.map((name) => [keyOf(name), name]));
  const offices = byKey(officeNames);
  const origins = byKey(originsOf(row.get('source_original') ?? '', officeNames, outlets, note));
  // Offices first: what publishes is an outlet, even if it is also named as an origin.
  const sourceIds = new Map<string, string>();
  for (const [key, name] of offices)
    sourceIds.set(key, stageSource(batch, name, 'OUTLET', options));
  for (const [key, name] of origins)
    if (!sourceIds.has(key)) sourceIds.set(key, stageSource(batch, name, 'UNKNOWN', options));
  const chains = chainsOf([...origins.keys()], [...offices.keys()], note);
  const ucdp = { sourceId: stageUcdp(batch, options), ...coder };
  return (chains.length > 0 ? chains : [[]]).map((keys) => [
    ...keys.flatMap((key) => {
      const sourceId = sourceIds.get(key);
      return sourceId === undefined ? [] : [{ sourceId }];
    }),
    ucdp,
  ]);
}

/** In one-sided violence, side A is the actor and side B the target. Otherwise both take part. */
function partiesOf(sides: { a: Side; b: Side }, kind: ClaimKind) {
  const isOneSided = kind === 'VIOLENCE_AGAINST_CIVILIANS';
  return (['a', 'b'] as const).flatMap((side, group) => {
    const { factionIds, asWritten } = sides[side];
    const role = isOneSided ? (side === 'a' ? 'ACTOR' : 'TARGET') : 'PARTICIPANT';
    return factionIds.map(
      (factionId) =>
        ({ factionId, role, group: factionIds.length > 1 ? group : null, asWritten }) as const,
    );
  });
}
