import { ExternalId } from '../../records/external-id.entity.ts';
import { isDay } from './cursors.ts';
import type { Graph } from './graph.ts';
import { padded } from './order.ts';
import { badInput, type Path } from './refusals.ts';

/** Reads a civil day. @throws a refusal with the path if the calendar has no such day. */
export function readDay(day: string | null | undefined, path: Path): string | null {
  if (day == null) return null;
  if (!isDay(day)) throw badInput(path);
  return day;
}

interface Period {
  from?: string | null;
  to?: string | null;
  match: 'OVERLAPS' | 'WITHIN';
  unknown: boolean;
}

interface DateBounds {
  earliest: string | null;
  latest: string | null;
}

/**
 * A period filter means OVERLAPS unless WITHIN is asked. A null bound is unbounded. Only `unknown`
 * includes what has no date at all.
 */
export function overlapsPeriod(
  period: Period,
  path: Path,
): (stretch: DateBounds | null) => boolean {
  const from = readDay(period.from, [...path, 'from']);
  const to = readDay(period.to, [...path, 'to']);
  if (from && to && from > to) throw badInput([...path, 'to']);
  return (stretch) => {
    if (!from && !to) return true;
    const { earliest, latest } = stretch ?? { earliest: null, latest: null };
    if (!earliest && !latest) return period.unknown;
    if (period.match === 'WITHIN')
      return (
        (!from || (earliest !== null && earliest >= from)) &&
        (!to || (latest !== null && latest <= to))
      );
    return (!from || !latest || latest >= from) && (!to || !earliest || earliest <= to);
  };
}

interface Moments {
  from?: string | null;
  to?: string | null;
}

/** How many days one day is after another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

interface Bounds {
  atLeast?: number | null;
  atMost?: number | null;
}

/** @throws a refusal with the path of a bound below zero. */
export function checkBounds({ atLeast, atMost }: Bounds, path: Path): void {
  if (atLeast != null && atLeast < 0) throw badInput([...path, 'atLeast']);
  if (atMost != null && atMost < 0) throw badInput([...path, 'atMost']);
}

/** @throws a refusal with the path of a wrong bound of a range. */
export function checkRange(range: Bounds, path: Path): void {
  checkBounds(range, path);
  const { atLeast, atMost } = range;
  if (atLeast != null && atMost != null && atLeast > atMost) throw badInput([...path, 'atMost']);
}

/** Whether a number is in a range. A number that is null is in a range without bounds only. */
export const isInRange = (number: number | null, { atLeast, atMost }: Bounds): boolean =>
  (atLeast == null || (number !== null && number >= atLeast)) &&
  (atMost == null || (number !== null && number <= atMost));

/** @throws a refusal with the path of the end of a range that ends before it starts. */
export function checkMoments({ from, to }: Moments, path: Path): void {
  if (from != null && to != null && Date.parse(from) > Date.parse(to))
    throw badInput([...path, 'to']);
}

/** Whether a moment of the database is in a range of moments, to the millisecond. */
export const isInMoments = (moment: string, { from, to }: Moments): boolean => {
  const at = Math.floor(Number(Date.parse(`${padded(moment).slice(0, 23).replace(' ', 'T')}Z`)));
  return (from == null || at >= Date.parse(from)) && (to == null || at <= Date.parse(to));
};

/** The key of the record of a type that has an external id. */
export const keyByExternalId = (
  graph: Graph,
  owner: keyof ExternalId & string,
  wanted: { system: string; value: string },
): string | undefined =>
  graph
    .all(ExternalId)
    .filter((id) => id.system === wanted.system && id.value === wanted.value)
    .map((id) => id[owner] as unknown as string | null)
    .find((key) => key !== null) ?? undefined;

/** Whether something may have held on a day, because its dates do not exclude that day. */
export const mayHoldOn = (day: string, { earliest, latest }: DateBounds): boolean =>
  (!earliest || earliest <= day) && (!latest || latest >= day);

/** Lower case as PostgreSQL writes it: character by character, without special casing. */
const folded = (text: string): string =>
  Array.from(text, (sign) => {
    const lower = sign.toLowerCase();
    return [...lower].length === 1 ? lower : lower[0]!;
  }).join('');

/** Whether one of some texts contains another, ignoring case. */
export const contains = (wanted: string, ...texts: (string | null | undefined)[]): boolean =>
  texts.some((text) => text != null && folded(text).includes(folded(wanted)));

/** Whether a record has an external id. */
export const hasExternalId = (
  graph: Graph,
  owner: keyof ExternalId & string,
  id: string,
  wanted: { system: string; value: string },
): boolean =>
  graph
    .by<ExternalId>(ExternalId, owner, id)
    .some(({ system, value }) => system === wanted.system && value === wanted.value);
