import { ExternalId } from '../../records/external-id.entity.ts';
import { isDay } from './cursors.ts';
import type { Graph } from './graph.ts';
import { badInput, type Path } from './refusals.ts';

/** A civil day. @throws a refusal at the path when the calendar has no such day. */
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

interface Stretch {
  earliest: string | null;
  latest: string | null;
}

/** DOMAIN: a period filter means OVERLAPS unless WITHIN is asked; a null bound is unbounded; what has no date at all is let in by `unknown` alone. */
export function meets(period: Period, path: Path): (stretch: Stretch | null) => boolean {
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

/** Whether something may have held on a day: nothing said about its dates rules the day out. */
export const mayHold = (day: string, { earliest, latest }: Stretch): boolean =>
  (!earliest || earliest <= day) && (!latest || latest >= day);

/** Case left aside as PostgreSQL does it: sign by sign, never one sign for two or another at a word's end. */
const folded = (text: string): string =>
  Array.from(text, (sign) => {
    const lower = sign.toLowerCase();
    return [...lower].length === 1 ? lower : lower[0]!;
  }).join('');

/** Whether one of some texts contains another, case left aside. */
export const contains = (wanted: string, ...texts: (string | null | undefined)[]): boolean =>
  texts.some((text) => text != null && folded(text).includes(folded(wanted)));

/** Whether a record has an id in another system. */
export const hasExternalId = (
  graph: Graph,
  owner: keyof ExternalId & string,
  id: string,
  wanted: { system: string; value: string },
): boolean =>
  graph
    .by<ExternalId>(ExternalId, owner, id)
    .some(({ system, value }) => system === wanted.system && value === wanted.value);
