import { shareInAreas } from './areas.ts';
import { foundBy, foundUnorderedBy, indexedKeys } from './index-ranges.ts';
import type { Args, Knowledge } from './model.ts';

/** What a filter does: the share of rows that match it, and what checking one row costs. */
export interface FilterEffect {
  share: number;
  ms: number;
  /** What is done once, however many rows are checked. */
  msOnce: number;
  /** How many rows an index finds that contain all matching ones. Undefined: no index does. */
  found: number | undefined;
  /** The same where no order has to be kept, so that PostgreSQL may start with any condition. */
  foundUnordered: number | undefined;
  /** How many rows a search by an index finds, from which PostgreSQL starts. */
  searched: number | undefined;
  /** Whether all rows are read for a page, in any order. */
  isReadInFull: boolean;
}

type Input = Record<string, unknown>;

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

const isInput = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a condition without a rule matches. */
const guesses: Record<string, number> = { text: 0.01, name: 0.01, url: 0.001, archivedUrl: 0.001 };

/** The least share of rows that conditions are taken to leave. */
const leastShare = 0.002;
/** The same in a nested list, where PostgreSQL orders the conditions less well. */
const leastShareBelow = 0.2;

const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

const isEmpty = (value: unknown): boolean =>
  Object.values(Object(value)).every((each) => each == null);

/** Whether it is a text that every text contains. */
const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** Whether a condition lists nothing that could match. */
const isNever = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/**
 * Estimates what a filter matches and costs. Conditions are taken as independent. `type` is the
 * name of the filter's class. `isBelow`: it is checked for a nested list.
 */
export function effectOf(
  type: string,
  table: string,
  input: Args | null | undefined,
  knowledge: Knowledge,
  isBelow = false,
): FilterEffect {
  const { conditions, counts } = knowledge;
  let share = 1;
  let ms = 0;
  let msLast = 0;
  let shareBeforeLast = 1;
  let msOnce = 0;
  let found: number | undefined;
  let foundUnordered: number | undefined;
  let searched: number | undefined;
  let isReadInFull = false;
  const part = (each: unknown) => effectOf(type, table, each as Input, knowledge, isBelow);
  for (const key in input) {
    const value = input[key];
    if (value == null) continue;
    if (key === 'and' || key === 'or') {
      const parts = [value].flat().map(part);
      for (const each of parts) {
        ms += each.ms;
        msOnce += each.msOnce;
        if (key !== 'and') continue;
        found = least(found, each.found);
        foundUnordered = least(foundUnordered, each.foundUnordered);
        searched = least(searched, each.searched);
        isReadInFull ||= each.isReadInFull;
      }
      if (key === 'and') for (const each of parts) share *= each.share;
      else share *= 1 - parts.reduce((none, each) => none * (1 - each.share), 1);
      if (key === 'or' && parts.length === 0) found = 0;
    } else if (key === 'not') {
      const negated = part(value);
      ms += negated.ms;
      msOnce += negated.msOnce;
      share *= 1 - negated.share;
      // PostgreSQL reads nothing where it sees that no row can match.
      if (isEmpty(value)) found = 0;
    } else {
      const {
        name,
        ms: msOfRow,
        msBelow,
        rule,
        inner,
        relation,
        isCheckedLast,
        isCheckedBefore,
        isReadInFull: isInFull,
      } = conditions.of(type, key);
      let msOfAll = isBelow ? msBelow : msOfRow;
      let limits = 0;
      const related =
        relation && isInput(value)
          ? effectOf(relation.type, relation.table, value, knowledge, isBelow)
          : undefined;
      if (related) {
        msOfAll += related.ms;
        msOnce += related.msOnce;
      } else if (isInput(value))
        for (const below in value) {
          if (value[below] == null) continue;
          limits += 1;
          const { ms: msInside, search } = inner(below);
          msOfAll += msInside;
          if (!search) continue;
          const searchable = counts.rows.get(search.table) ?? 0;
          msOnce += searchable * search.ms;
          if (search.isIndexed)
            searched = least(searched, searchable * shareInAreas(value, knowledge));
        }
      found = least(found, foundBy(name, value, knowledge));
      foundUnordered = least(foundUnordered, foundUnorderedBy(name, value, knowledge));
      const before = share;
      if (related) share *= related.share;
      else if (rule) share *= clamp(rule(value, knowledge, table));
      else if (isInput(value)) share *= limits === 0 ? 1 : 0.2;
      else if (!isBlank(value)) share *= guesses[key] ?? 0.3;
      if (isNever(value)) {
        share = 0;
        if (indexedKeys.includes(key)) found = 0;
      }
      isReadInFull ||= isInFull;
      if (isCheckedLast) msLast += msOfAll;
      else {
        ms += msOfAll;
        if (before > 0 && isCheckedBefore) shareBeforeLast *= share / before;
      }
    }
  }
  // The last conditions are checked on a few rows at least.
  ms += Math.max(shareBeforeLast, isBelow ? leastShareBelow : leastShare) * msLast;
  return {
    share: clamp(share),
    ms,
    msOnce,
    found,
    isReadInFull,
    foundUnordered: least(found, foundUnordered),
    // What an id finds is even less.
    searched: found === undefined ? searched : undefined,
  };
}
