import { concat, object, type Piece } from './json.ts';
import type { Compiler, Scope } from './object.ts';
import type { Page } from './page.ts';
import type { Selected } from './selection.ts';
import { raw, type Sql, sql } from './sql.ts';

/**
 * A connection as one sub-select: the inner query picks the page (one row more than asked, to know whether there is more),
 * the outer joins what hangs on its rows and writes edges, nodes and pageInfo; the count is a query of its own, only when asked for.
 */
export function connection(compiler: Compiler, selected: Selected, page: Page, row: Sql): Piece[] {
  const children = [...selected.types.values()][0] ?? [];
  const scope: Scope = { joins: [], optional: false };
  const typeName = [...selected.types.keys()][0]!;
  let paged = false;
  const fields = children.map((child) => {
    switch (child.name) {
      case '__typename':
        return { key: child.key, value: [JSON.stringify(typeName)] };
      case 'totalCount':
        return { key: child.key, value: [sql`(select count(*) from ${page.counted})`] };
      case 'pageInfo':
        paged = true;
        return { key: child.key, value: pageInfo(child, page) };
      default:
        paged = true;
        return { key: child.key, value: rows(compiler, child, page, row, scope) };
    }
  });
  const written = object(fields);
  if (!paged) return written;
  const columns = sql`${row}.*, ${page.cursor} as _cursor, row_number() over (order by ${page.order}) as _n`;
  const picked = sql`select ${columns} from ${page.from} where ${page.where} order by ${page.order} limit ${page.limit} + 1`;
  // `having` makes it one row even where nothing aggregates: a page of which only hasPreviousPage is asked, an empty page.
  const counted = sql`select *, count(*) over () as _total from (${picked}) _page`;
  return [sql`(select ${concat(written)} from (${counted}) ${row}${scope.joins.length ? sql` ${joined(scope)}` : raw('')} having true)`];
}

export const joined = (scope: Scope): Sql => scope.joins.reduce((before, each) => sql`${before} ${each}`);

/** `edges` or `nodes`. */
function rows(compiler: Compiler, selected: Selected, page: Page, row: Sql, scope: Scope): Piece[] {
  const [typeName, children] = [...selected.types][0]!;
  const pieces =
    selected.name === 'nodes'
      ? object(compiler.fields(typeName, children, row, scope))
      : object(children.map((child) => ({ key: child.key, value: edge(compiler, child, typeName, row, scope) })));
  const direction = raw(page.backward ? 'desc' : 'asc');
  return ['[', sql`string_agg(${concat(pieces)}, ',' order by ${row}._n ${direction}) filter (where ${row}._n <= ${page.limit})`, ']'];
}

function edge(compiler: Compiler, child: Selected, typeName: string, row: Sql, scope: Scope): Piece[] {
  if (child.name === '__typename') return [JSON.stringify(typeName)];
  if (child.name === 'cursor') return ['"', sql`${row}._cursor`, '"'];
  const [nodeType, children] = [...child.types][0]!;
  return object(compiler.fields(nodeType, children, row, scope));
}

function pageInfo(selected: Selected, page: Page): Piece[] {
  const row = raw('_cursor');
  const more = sql`case when count(*) > ${page.limit} then 'true' else 'false' end`;
  const end = (last: boolean) => {
    const at = last === page.backward ? sql`1` : sql`least(${page.limit}, _total)`;
    return [sql`coalesce('"' || max(${row}) filter (where _n = ${at}) || '"', 'null')`];
  };
  const write: Record<string, () => Piece[]> = {
    __typename: () => ['"PageInfo"'],
    hasNextPage: () => (page.backward ? [String(page.precedes)] : [more]),
    hasPreviousPage: () => (page.backward ? [more] : [String(page.follows)]),
    startCursor: () => end(false),
    endCursor: () => end(true),
  };
  return object([...selected.types.values()][0]!.map((child) => ({ key: child.key, value: write[child.name]!() })));
}
