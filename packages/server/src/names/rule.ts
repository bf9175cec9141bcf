/** One way to change a text. Words stand between blanks, with one blank before the first and one behind the last. */
export type Step =
  /** Each letter of the first for the one at the same place of the second; those past its end go. */
  | { letters: readonly [from: string, to: string] }
  /** Each part for another, one after the other, wherever it stands. */
  | { parts: Readonly<Record<string, string>> }
  /** A regular expression of PostgreSQL's, for what depends on its surroundings. A connection keeps only 32 of them compiled: be sparing. */
  | { pattern: string; to: string };

/** One rule of the table: what spellings it holds for the same, on whose word, and two pairs that prove it. */
export interface Rule {
  id: string;
  says: string;
  source: string;
  steps: readonly Step[];
  /** Two spellings that meet by it. */
  same: readonly [string, string];
  /** Two names that come close and must not meet. */
  apart: readonly [string, string];
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const expression = (step: Step, x: string): string => {
  if ('letters' in step) return `translate(${x}, ${step.letters.map(quoted).join(', ')})`;
  if ('pattern' in step)
    return `regexp_replace(${x}, ${quoted(step.pattern)}, ${quoted(step.to)}, 'g')`;
  return Object.entries(step.parts).reduce(
    (inner, [from, to]) => `replace(${inner}, ${quoted(from)}, ${quoted(to)})`,
    x,
  );
};

/** Rules as statements of PL/pgSQL that change the variable `x`. */
export const statements = (rules: readonly Rule[]): string =>
  rules
    .map(({ id, steps }) =>
      [`  -- ${id}`, ...steps.map((step) => `  x := ${expression(step, 'x')};`)].join('\n'),
    )
    .join('\n');
