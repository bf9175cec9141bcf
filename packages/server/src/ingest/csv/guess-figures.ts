import type { Measure, PersonCategory } from '../../claims/claim.enums.ts';
import { isNothing } from '../read/nothing.ts';
import { parseWholeNumber } from '../read/numbers.ts';
import type { SampleRows } from './guess.ts';
import type { NoteGuess } from './guess-dates.ts';
import { headerText } from './header-words.ts';
import type { MappingInput } from './mapping.ts';

type Figure = NonNullable<MappingInput['figures']>[number];

const measureWords: readonly [measure: Measure, words: RegExp][] = [
  ['PEOPLE_KILLED', /\b(killed|fatalities|deaths?|dead|deceased)\b/],
  ['PEOPLE_INJURED', /\b(injured|wounded|injuries)\b/],
  ['PEOPLE_DISPLACED', /\b(displaced|idps?|fled)\b/],
  ['PEOPLE_RETURNED', /\b(returned|returnees)\b/],
  ['PEOPLE_DETAINED', /\b(detained|arrested|detainees)\b/],
  ['PEOPLE_MISSING', /\b(missing|disappeared)\b/],
];

/** Words for the bounds of a figure, and for the best estimate. */
const boundWords = {
  min: /\b(min|minimum|low|lower|lowest|at least)\b/,
  max: /\b(max|maximum|high|higher|highest|upper|at most|up to)\b/,
  best: /\b(best|estimate|estimated|likely|central)\b/,
};

/** Words for some of the people. A total of all comes before them. */
const categoryWords: readonly [words: RegExp, category?: PersonCategory][] = [
  [/\bcivilians?\b/, 'CIVILIANS'],
  [/\b(children|minors)\b/, 'CHILDREN'],
  [/\bwom[ae]n\b/, 'WOMEN'],
  [/\b(combatants|fighters|soldiers|troops|militants|rebels)\b/, 'COMBATANTS'],
  [/\b(m[ae]n|boys|girls|males?|females?|elderly|police|of which|including)\b/],
];
const categoryOf = (column: string) =>
  categoryWords.find(([words]) => words.test(headerText(column)));

/**
 * Figures by their headers. Columns for the bounds of one figure become one figure. A column that
 * counts some of the people is only taken if there is no total, with their category: parts are
 * never added to their whole.
 */
export function guessFigures(sample: SampleRows, note: NoteGuess): Figure[] {
  const free = new Set(sample.columns.filter((column) => hasFigures(sample, column)));
  return measureWords.flatMap(([measure, words]) => {
    const all = [...free].filter((column) => words.test(headerText(column)));
    const wholes = all.filter((column) => !categoryOf(column));
    const firstPart = categoryOf(all[0] ?? '');
    const columns =
      wholes.length > 0 ? wholes : all.filter((column) => categoryOf(column) === firstPart);
    const [, category] = wholes.length > 0 ? [] : (firstPart ?? []);
    const parts = all.filter((column) => !columns.includes(column));
    for (const column of parts) free.delete(column);
    if (parts.length > 0)
      note(
        `${parts.join(', ')}: these columns count some of the people. They were not mapped, ` +
          'because parts would be added to their whole.',
      );
    const find = (pattern: RegExp) => columns.find((column) => pattern.test(headerText(column)));
    const { min, max, best } = {
      min: find(boundWords.min),
      max: find(boundWords.max),
      best: find(boundWords.best),
    };
    const isBound = (column: string) =>
      Object.values(boundWords).some((each) => each.test(headerText(column)));
    const [plain] = columns
      .filter((column) => !isBound(column))
      .sort((one, other) => rankOf(one) - rankOf(other) || one.length - other.length);
    const named =
      min || max || best
        ? { ...(min && { min }), ...withBest(best ?? plain), ...(max && { max }) }
        : { ...(plain && { value: plain }) };
    for (const column of Object.values(named)) free.delete(column);
    if (Object.keys(named).length === 0) return [];
    return [{ measure, ...named, ...(category && { category }) }];
  });
}

const rankOf = (column: string): number =>
  /\b(total|all|overall)\b/.test(headerText(column)) ? 0 : 1;

const withBest = (best: string | undefined): Pick<Figure, 'best'> => (best ? { best } : {});

/** Whether most filled cells of a column are whole numbers, or it has none. */
function hasFigures({ valuesOf }: SampleRows, column: string): boolean {
  const values = valuesOf(column).filter((value) => !isNothing(value));
  const numbers = values.filter((value) =>
    (['.', ','] as const).some((decimals) => parseWholeNumber(value, decimals) !== undefined),
  );
  return column !== '' && numbers.length * 2 >= values.length;
}
