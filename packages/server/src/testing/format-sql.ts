import { formatDialect, postgresql } from 'sql-formatter';

/** Formats a statement for people to read, with each short clause on one line. */
export const formatSql = (statement: string): string =>
  compact(formatDialect(statement, { dialect: postgresql, expressionWidth: 80 }).split('\n')).join(
    '\n',
  );

const clause =
  /^ *(select|select distinct|from|where|limit|having|group by|order by|on|with|offset)$/;
const maxWidth = 110;
const indentOf = (line: string): number => line.search(/\S|$/);

/** Puts the body of a clause on the line of its keyword when it is one line or one parenthesis. */
function compact([line, ...rest]: readonly string[]): string[] {
  if (line === undefined) return [];
  const indent = indentOf(line);
  const end = rest.findIndex((each) => indentOf(each) <= indent);
  const size = end < 0 ? rest.length : end;
  const body = compact(rest.slice(0, size));
  const after = compact(rest.slice(size));
  const [first = ''] = body;
  const items = body.filter((each) => indentOf(each) === indent + 2).map((each) => each.trim());
  const isOneLine = items.length === 1 && body.length === 1;
  const isOneParenthesis = items.length === 2 && items[0] === '(' && items[1]!.startsWith(')');
  const joined = `${line} ${first.trim()}`;
  if (!clause.test(line) || !(isOneLine || isOneParenthesis) || joined.length > maxWidth)
    return [line, ...body, ...after];
  return [joined, ...body.slice(1).map((each) => each.slice(2)), ...after];
}
