import type { RowIssue } from '../problem.ts';

/** What spreadsheets show in place of a result. */
const spreadsheetErrors = new Set([
  ...['#N/A', '#NA', '#N/A N/A', '#NULL!', '#NUL!', '#VALUE!', '#REF!', '#DIV/0!', '#NAME?'],
  ...['#NUM!', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#UNKNOWN!', '#BUSY!'],
  ...['#GETTING_DATA', '#EXTERNAL!', '#PYTHON!', '#ERROR!', 'Err:502', 'Err:503', 'Err:504'],
  ...['Err:508', 'Err:509', 'Err:511', 'Err:512', 'Err:519', 'Err:522', 'Err:523', 'Err:524'],
]);

/**
 * What programs write where there is nothing: R `NA`, pandas `nan` and `NaT`, Python `None`, SQL
 * `NULL` and `\N`, spreadsheets `#N/A`. They are compared as programs write them, in their letter
 * case, because a person may be called Null, and provinces Nan and Na.
 */
const marks = new Set([
  ...spreadsheetErrors,
  ...['NA', 'N/A', 'n/a', 'N.A.', 'n.a.', '<NA>', 'NaN', 'nan', '-nan', 'NaT'],
  ...['NULL', 'null', '(null)', '<null>', '\\N', 'nil', 'None', 'none', 'undefined'],
  ...['-', '--', '---', '\u2013', '\u2014', '\u2212', '.', '..', '...', '\u2026'],
  ...['(empty)', '(blank)', '?', '??', 'NIL', 'NONE', '1.#QNAN', '-1.#IND', '1.#INF'],
]);

const longestMark = Math.max(...[...marks].map((mark) => mark.length));

/** Whether a cell is the error of a formula, which is not a text in any column. */
export const isSpreadsheetError = (text: string): boolean =>
  text.length <= longestMark + 4 && spreadsheetErrors.has(text.trim());

/** Whether a text only says that there is nothing, as programs write it into empty cells. */
export const isNothing = (text: string): boolean =>
  // Spaces around a mark are few. Most cells are longer, and this is called for each.
  text.length <= longestMark + 4 && marks.has(text.trim());

/** The issue of a cell or name that was left out because it only says that there is nothing. */
export const nothingIssue = (column: string, value: string): RowIssue => ({
  kind: 'NO_VALUE',
  column,
  value,
  reason: 'Programs write this where there is nothing. It was left out.',
});
