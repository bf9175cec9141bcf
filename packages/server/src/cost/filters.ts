import { foundBy, foundUnorderedBy, indexedKeys, searches } from './domain.ts';
import type { Args, Knowledge, ShareRule } from './model.ts';

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
}

type Input = Record<string, unknown>;

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

const isInput = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a condition without a rule matches. */
const guesses: Record<string, number> = { text: 0.01, name: 0.01, url: 0.001, archivedUrl: 0.001 };

const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

const isEmpty = (value: unknown): boolean =>
  Object.values(Object(value)).every((each) => each == null);

/** Whether a condition lists nothing that could match. */
const isNever = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What an uncorrelated search costs that a condition makes once. */
function searchCost(name: string, { counts, weight }: Knowledge): number {
  const table = searches[name];
  return table === undefined ? 0 : (counts.rows.get(table) ?? 0) * weight(`search ${name}`);
}

/**
 * Estimates what a filter matches and costs. Conditions are taken as independent. `type` is the
 * name of the filter's class, `rules` are those of its conditions, by `ClaimFilter.kind`.
 */
export function effectOf(
  type: string,
  table: string,
  input: Args | null | undefined,
  rules: Readonly<Record<string, ShareRule>>,
  knowledge: Knowledge,
): FilterEffect {
  const { weight } = knowledge;
  let share = 1;
  let ms = 0;
  let msOnce = 0;
  let found: number | undefined;
  let foundUnordered: number | undefined;
  const part = (each: unknown) => effectOf(type, table, each as Input, rules, knowledge);
  for (const [key, value] of Object.entries(input ?? {})) {
    if (value == null) continue;
    if (key === 'and' || key === 'or') {
      const parts = [value].flat().map(part);
      for (const each of parts) {
        ms += each.ms;
        msOnce += each.msOnce;
        if (key !== 'and') continue;
        found = least(found, each.found);
        foundUnordered = least(foundUnordered, each.foundUnordered);
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
      const name = `${type}.${key}`;
      ms += weight(`condition ${name}`);
      const inner = isInput(value) ? Object.entries(value).filter(([, each]) => each != null) : [];
      for (const [below] of inner) ms += weight(`condition ${name}.${below}`);
      for (const [below] of inner) msOnce += searchCost(`${name}.${below}`, knowledge);
      found = least(found, foundBy(name, value, knowledge));
      foundUnordered = least(foundUnordered, foundUnorderedBy(name, value, knowledge));
      const rule = rules[name];
      if (rule) share *= clamp(rule(value, knowledge, table));
      else if (isInput(value)) share *= inner.length === 0 ? 1 : 0.2;
      else share *= guesses[key] ?? 0.3;
      if (isNever(value)) {
        share = 0;
        if (indexedKeys.includes(key)) found = 0;
      }
    }
  }
  return { share: clamp(share), ms, msOnce, found, foundUnordered: least(found, foundUnordered) };
}
