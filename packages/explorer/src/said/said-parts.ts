import type { PersonCategory } from '@claimgraph/sdk/operations';
import { understandFigure } from './said-figure.ts';

/** A figure that was said with a part of it. */
export interface SaidParts {
  readonly whole: string;
  readonly part: { readonly text: string; readonly category?: PersonCategory };
}

/** Between a figure and its part. */
const separator = new RegExp(
  ',?\\s+(?:including|among them|of them|of whom|among whom)\\s+|' +
    '[,،]?\\s*(?:من بينهم|بينهم|منهم|بمن فيهم)\\s+',
  'iu',
);

const categories: readonly (readonly [RegExp, PersonCategory])[] = [
  [/\s*(?:children|child|minors|أطفال|طفلا|طفلًا|طفل)$/iu, 'CHILDREN'],
  [/\s*(?:women|woman|نساء|امرأة)$/iu, 'WOMEN'],
  [/\s*(?:civilians|civilian|مدنيين|مدنيون|مدنيا|مدنيًا|مدني)$/iu, 'CIVILIANS'],
  [/\s*(?:fighters|fighter|combatants|soldiers|مقاتلين|مقاتلا|مقاتلًا|مقاتل)$/iu, 'COMBATANTS'],
];

/**
 * Splits "40, including 12 children" into a figure and its part. Undefined: the text is not such a
 * figure, or one of its numbers is not understood.
 */
export function splitParts(text: string): SaidParts | undefined {
  const [whole = '', said, ...more] = text.trim().split(separator);
  if (!said || more.length > 0 || !understandFigure(whole)) return undefined;
  const found = categories.find(([words]) => words.test(said));
  const part = found ? said.replace(found[0], '') : said;
  return understandFigure(part)
    ? { whole, part: { text: part, ...(found && { category: found[1] }) } }
    : undefined;
}
