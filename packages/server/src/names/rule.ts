/** One change of a text. Words are between blanks: one before the first and one after the last. */
export type Step =
  /**
   * Replaces each letter of `from` by the letter of `to` at the same place; without one, removes
   * it.
   */
  | { letters: readonly [from: string, to: string] }
  /** Replaces each part by another, one after the other, anywhere. */
  | { parts: Readonly<Record<string, string>> }
  /**
   * Replaces a regular expression of PostgreSQL's. Only for what depends on context: a connection
   * caches no more than 32 compiled expressions.
   */
  | { pattern: string; to: string };

/**
 * One rule: which spellings it treats as the same, by which source, and two pairs that prove it.
 */
export interface Rule {
  id: string;
  /** One sentence or two that explain it. */
  says: string;
  source: string;
  steps: readonly Step[];
  /** Two spellings that match by it. */
  same: readonly [string, string];
  /** Two similar names that must not match. */
  apart: readonly [string, string];
}

/** A text as a literal of SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const expression = (step: Step, x: string): string => {
  if ('letters' in step) return `translate(${x}, ${step.letters.map(quoted).join(', ')})`;
  if ('pattern' in step)
    return `regexp_replace(${x}, ${quoted(step.pattern)}, ${quoted(step.to)}, 'g')`;
  return Object.entries(step.parts).reduce(
    (inner, [from, to]) => `replace(${inner}, ${quoted(from)}, ${quoted(to)})`,
    x,
  );
};

/** The steps as PL/pgSQL statements that change a variable. */
export const changes = (steps: readonly Step[], variable = 'x'): string =>
  steps.map((step) => `  ${variable} := ${expression(step, variable)};`).join('\n');

/** The steps as an expression of SQL over the variable `x`. */
export const changed = (steps: readonly Step[]): string =>
  steps.reduce((inner, step) => expression(step, inner), 'x');

/** The rules as PL/pgSQL statements that change the variable `x`. */
export const statements = (rules: readonly Rule[]): string =>
  rules.map(({ id, steps }) => [`  -- ${id}`, changes(steps)].join('\n')).join('\n');
