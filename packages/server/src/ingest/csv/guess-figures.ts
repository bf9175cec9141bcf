import type { Measure } from '../../claims/claim.enums.ts';
import { isNothing } from '../read/nothing.ts';
import { parseWholeNumber } from '../read/numbers.ts';
import type { SampleRows } from './guess.ts';
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

/** Figures by their headers. Columns for the bounds of one figure become one figure. */
export function guessFigures(sample: SampleRows): Figure[] {
  const free = new Set(sample.columns.filter((column) => hasFigures(sample, column)));
  return measureWords.flatMap(([measure, words]) => {
    const columns = [...free].filter((column) => words.test(headerText(column)));
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
      .sort((one, other) => one.length - other.length);
    const figure: Figure =
      min || max || best
        ? { measure, ...(min && { min }), ...withBest(best ?? plain), ...(max && { max }) }
        : { measure, ...(plain && { value: plain }) };
    const { measure: _, ...named } = figure;
    for (const column of Object.values(named)) if (column) free.delete(column);
    return Object.keys(named).length > 0 ? [figure] : [];
  });
}

const withBest = (best: string | undefined): Pick<Figure, 'best'> => (best ? { best } : {});

/** Whether most filled cells of a column are whole numbers, or it has none. */
function hasFigures({ valuesOf }: SampleRows, column: string): boolean {
  const values = valuesOf(column).filter((value) => !isNothing(value));
  const numbers = values.filter((value) =>
    (['.', ','] as const).some((decimals) => parseWholeNumber(value, decimals) !== undefined),
  );
  return column !== '' && numbers.length * 2 >= values.length;
}
