/** Stands for the result of a formula that a file does not have. */
export const noResult = '#FORMULA_WITHOUT_RESULT!';

/**
 * Rewrites cells of a sheet's XML (ECMA-376, part 1, 18.3.1.4) that the library would not read as
 * they are written. Of a date by ISO 8601 it makes a number that does not look like a date. A date
 * or an error that it does not know makes it give up the whole sheet. Of a formula without a stored
 * result, as programs without a calculator write it, it makes a 0.
 */
export const rewriteCells = (xml: string): string =>
  xml
    .replace(formulaWithoutResult, (cell, tag: string, attributes: string) =>
      /\st=["'](?!n["'])/.test(attributes)
        ? cell
        : `<${tag}${attributes.replace(/\st=["']n["']/, '')} t="str"><v>${noResult}</v></${tag}>`,
    )
    .replace(dateOrError, '$1str$2');

/** Up to the type of the cell, and what follows it. */
const dateOrError = /(<(?:\w+:)?c\s(?:[^>]*\s)?t=["'])[de](["'])/g;

const formulaWithoutResult = new RegExp(
  '<((?:\\w+:)?c)(\\s[^>]*)>' +
    '\\s*<((?:\\w+:)?f)(?:\\s[^>]*)?(?:/>|>[^<]*</\\3>)' +
    '\\s*(?:<((?:\\w+:)?v)(?:\\s[^>]*)?(?:/>|>\\s*</\\4>))?' +
    '\\s*</\\1>',
  'g',
);

/** Whether XML goes on to the end of its outermost element: the library reads what there is. */
export function isComplete(xml: string): boolean {
  const [start, root = ''] = /<([A-Za-z_][\w:.-]*)(?:\s[^>]*)?\/?>/.exec(xml) ?? [];
  return !!start && (start.endsWith('/>') || xml.lastIndexOf(`</${root}`) > 0);
}
