import type { Args, Knowledge } from './model.ts';

/** What a filter does: the share of rows that match it, and what checking one row costs. */
export interface FilterEffect {
  share: number;
  ms: number;
}

type Input = Record<string, unknown>;

/** The share of rows that a condition matches. Left out of {@link shareRules}: a guess. */
export type ShareRule = (value: unknown, knowledge: Knowledge, table: string) => number;

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

const isInput = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a condition without a rule matches. */
const guesses: Record<string, number> = { text: 0.03, name: 0.03, url: 0.001, archivedUrl: 0.001 };

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
  const part = (each: unknown) => effectOf(type, table, each as Input, rules, knowledge);
  for (const [key, value] of Object.entries(input ?? {})) {
    if (value == null) continue;
    if (key === 'and' || key === 'or') {
      const parts = [value].flat().map(part);
      for (const each of parts) ms += each.ms;
      if (key === 'and') for (const each of parts) share *= each.share;
      else share *= 1 - parts.reduce((none, each) => none * (1 - each.share), 1);
    } else if (key === 'not') {
      const negated = part(value);
      ms += negated.ms;
      share *= 1 - negated.share;
    } else {
      const name = `${type}.${key}`;
      ms += weight(`condition ${name}`);
      const inner = isInput(value) ? Object.entries(value).filter(([, each]) => each != null) : [];
      for (const [below] of inner) ms += weight(`condition ${name}.${below}`);
      const rule = rules[name];
      if (rule) share *= clamp(rule(value, knowledge, table));
      else if (isInput(value)) share *= inner.length === 0 ? 1 : 0.2;
      else share *= guesses[key] ?? 0.3;
    }
  }
  return { share: clamp(share), ms };
}
