import type { Batch } from '../batch.ts';
import type { FormatOptions } from '../format.ts';
import { cleanSpacing, normalizeForComparison } from '../normalize.ts';
import { RowRefused } from '../problem.ts';
import { assertColumnCount, type CsvRow } from '../read/csv.ts';
import { stageSource } from '../stage/source.ts';
import { stageArticles } from './citations.ts';
import { occurredOf } from './dates.ts';
import { stageFigures, totalOf } from './figures.ts';
import { precisions, stagePlace } from './places.ts';
import { stageRelease, ucdpSource } from './release.ts';
import { type Side, stageSide } from './sides.ts';
import { chainsOf, originalsOf } from './speakers.ts';
import { statementOf } from './statement.ts';
import { type Issue, type Note, pointOf } from './values.ts';

const kinds: Record<string, string> = {
  '1': 'CASUALTIES',
  '2': 'CASUALTIES',
  '3': 'VIOLENCE_AGAINST_CIVILIANS',
};

/** One row is one claim: the data set's figure, read in its release, citing its articles. */
export function stageEvent(row: CsvRow, batch: Batch, options: FormatOptions): void {
  const event = soundId(row);
  const kind = kinds[row.get('type_of_violence')!.trim()]!;
  const issues: Issue[] = [];
  const note: Note = (issue) => issues.push(issue);
  const { id, isNew } = batch.record('claim', {
    system: 'ucdp-event',
    value: event,
    external: true,
    order: Number(event),
  });
  if (!isNew)
    throw new RowRefused(
      'REPEATED_ID',
      'id',
      event,
      'An event of this id stands above; this row was left out.',
    );
  batch.keepRow('claim', id);

  const sides = { a: stageSide(batch, row, 'a'), b: stageSide(batch, row, 'b') };
  const point = pointOf(row, note);
  const place = stagePlace(batch, row, point);
  const total = totalOf(row, note);
  const occurred = occurredOf(row, note);
  const cited = stageArticles(batch, row, event, id, occurred, options, note);
  batch.put('claim', {
    id,
    kind,
    modality: 'ASSERTED',
    language: 'en',
    status: 'UNVERIFIED',
    credibility: 'SIX',
    statement: statementOf(row, sides, total, occurred),
    report_id: stageRelease(batch, options),
    aggregate: row.get('event_clarity')?.trim() === '2',
    ...occurred,
  });
  stageChains(batch, row, id, cited, options, note);
  stageFigures(batch, row, id, total, sides, note);
  stageParties(batch, id, sides, kind);
  if (place) {
    const where = cleanSpacing(row.get('where_coordinates') ?? '').slice(0, 500) || null;
    const geo_precision = precisions[row.get('where_prec')!.trim()] ?? null;
    if (!geo_precision)
      note({
        kind: 'BAD_CODE',
        column: 'where_prec',
        value: row.get('where_prec')!.slice(0, 500),
        reason: 'The codebook has 1 to 7; it was left out.',
      });
    const at = {
      role: 'AT',
      geo_precision,
      basis: 'STATED',
      as_written: where,
      point_lat: point?.lat,
      point_lon: point?.lon,
    };
    batch.put('claim_place', { claim_id: id, position: 0, location_id: place, ...at });
  } else
    note({
      kind: 'NO_PLACE',
      column: 'where_coordinates',
      value: null,
      reason: 'The row names no place; the claim has none.',
    });
  for (const [position, issue] of issues.entries()) {
    batch.problem(issue);
    batch.put('import_issue', { claim_id: id, position, ...issue, value: issue.value || null });
  }
}

/** The event's id, of a row that can be a claim. @throws RowRefused */
function soundId(row: CsvRow): string {
  assertColumnCount(row);
  const id = row.get('id')!.trim();
  if (!/^\d{1,15}$/.test(id))
    throw new RowRefused(
      'BAD_ID',
      'id',
      id.slice(0, 500) || null,
      'A UCDP event has a number for an id.',
    );
  const type = row.get('type_of_violence')!.trim();
  if (!kinds[type])
    throw new RowRefused(
      'BAD_CODE',
      'type_of_violence',
      type.slice(0, 500) || null,
      'The codebook has 1, 2 and 3.',
    );
  return id;
}

function stageChains(
  batch: Batch,
  row: CsvRow,
  claim: string,
  offices: readonly string[],
  options: FormatOptions,
  note: Note,
): void {
  const distinct = (names: readonly string[]) => [
    ...new Map(
      names.map((name) => [
        options.outlets.get(normalizeForComparison(name))?.name ?? normalizeForComparison(name),
        name,
      ]),
    ).values(),
  ];
  const same = (name: string) =>
    options.outlets.get(normalizeForComparison(name))?.name ?? normalizeForComparison(name);
  // Offices first: whoever publishes is an outlet, also where it is named as an origin before.
  const shown = new Map(
    distinct(offices).map((office) => [
      same(office),
      stageSource(batch, office, 'OUTLET', options),
    ]),
  );
  const originals = distinct(
    originalsOf(row.get('source_original') ?? '', options.outlets).map((name) =>
      name.slice(0, 500),
    ),
  );
  for (const origin of originals)
    if (!shown.has(same(origin)))
      shown.set(same(origin), stageSource(batch, origin, 'UNKNOWN', options));
  const chains = chainsOf(originals.map(same), distinct(offices).map(same), note);
  const all = chains.length > 0 ? chains : [[]];
  for (const [attribution, names] of all.entries()) {
    batch.put('attribution', { claim_id: claim, position: attribution });
    const sources = [...names.map((name) => shown.get(name)!), ucdpSource(batch, options)];
    for (const [position, source_id] of sources.entries()) {
      const capacity = position > 0 ? 'RELAY' : 'UNSTATED';
      batch.put('speaker', { claim_id: claim, attribution, position, source_id, capacity });
    }
  }
}

/** In one-sided violence the first side did it to the other; else both took part. Members of one coalition share a number. */
function stageParties(
  batch: Batch,
  claim: string,
  sides: { a: Side; b: Side },
  kind: string,
): void {
  const oneSided = kind === 'VIOLENCE_AGAINST_CIVILIANS';
  const parties = (['a', 'b'] as const).flatMap((side, n) => {
    const { factions, written } = sides[side];
    const role = oneSided ? (side === 'a' ? 'ACTOR' : 'TARGET') : 'PARTICIPANT';
    return factions.map((faction_id) => ({
      faction_id,
      role,
      group: factions.length > 1 ? n : null,
      basis: 'STATED',
      as_written: written,
    }));
  });
  for (const [position, party] of parties.entries())
    batch.put('claim_party', { claim_id: claim, position, ...party });
}
