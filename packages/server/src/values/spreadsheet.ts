/** A text that a spreadsheet takes for a formula (OWASP, "CSV Injection"), guarded or not. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

/**
 * A text for a cell of CSV. If a spreadsheet could run it as a formula, it gets an apostrophe in
 * front. A text that already has apostrophes there gets one more, so that `unguardFormula` returns
 * every text as it was. Plain numbers stay numbers.
 */
export const guardFormula = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;

/** The text of a cell that `guardFormula` wrote. */
export const unguardFormula = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
