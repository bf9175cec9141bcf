import { cursorText } from './cursor.ts';
import { type JoinScope, joinClause } from './joins.ts';
import { concat, listed, object, type Piece } from './json.ts';
import type { Compiler } from './object.ts';
import type { Asks, Page } from './page.ts';
import type { SelectionNode } from './selection.ts';
import { addedColumn, columnsRead, raw, Sql, sql } from './sql.ts';

const pageRequests = new WeakMap<SelectionNode, Asks>();

/** What is asked of a page beside its rows. Read once for each selection. */
export function asksOf(selected: SelectionNode): Asks {
  let asks = pageRequests.get(selected);
  if (!asks) {
    const pages = below(selected).filter(({ name }) => name === 'pageInfo');
    const has = (field: string) =>
      pages.some((page) => below(page).some(({ name }) => name === field));
    const ends = has('startCursor') || has('endCursor');
    const count = below(selected).some(({ name }) => name === 'totalCount');
    asks = { after: has('hasNextPage'), before: has('hasPreviousPage'), ends, count };
    pageRequests.set(selected, asks);
  }
  return asks;
}

const below = ({ types }: SelectionNode): SelectionNode[] => [...types.values()].flat();

/**
 * A connection as one query: within it the page's rows (and one more, where it is asked whether there is more), to which is joined what
 * hangs on them, all added up to one row of edges, nodes and pageInfo. The count is a query of its own, only when asked for.
 */
export function connection(compiler: Compiler, selected: SelectionNode, page: Page, row: Sql): Sql {
  const [typeName, children] = [...selected.types][0]!;
  const scope: JoinScope = { joins: [], optional: false };
  const shown = new Shown(
    page,
    row,
    page.backward ? asksOf(selected).before : asksOf(selected).after,
  );
  let paged = false;
  const counts = new Set<string>();
  const fields = children.map((child) => {
    if (child.name === '__typename') return { key: child.key, value: [JSON.stringify(typeName)] };
    if (child.name === 'totalCount') {
      counts.add(child.key);
      return { key: child.key, value: [sql`(select count(*) from ${page.counted})`] };
    }
    paged = true;
    return {
      key: child.key,
      value:
        child.name === 'pageInfo'
          ? pageInfo(child, page, shown)
          : rows(compiler, child, shown, row, scope),
    };
  });
  const whole = concat(object(fields));
  if (!paged) return sql`select ${whole}`;
  // `having` makes it one row even where nothing aggregates: a page of which only hasPreviousPage is asked.
  // The subquery of totalCount brings its rows itself and reads no column of the page's.
  const readers = fields.filter(({ key }) => !counts.has(key)).flatMap(({ value }) => value);
  const columns = columnsRead(row, [
    ...readers.filter((each) => each instanceof Sql),
    ...scope.joins,
  ]);
  return sql`select ${whole} from ${page.rows(columns)}${joinClause(scope)} having true`;
}

/** The rows of a page, without the one that was read to know whether there is more. */
class Shown {
  constructor(
    private readonly page: Page,
    private readonly row: Sql,
    private readonly oneMore: boolean,
  ) {}

  /** Their texts, one after the other. */
  list(value: Sql): Sql {
    const which = this.oneMore
      ? sql` filter (where ${addedColumn(this.row, raw('_n'))} <= ${this.page.limit})`
      : undefined;
    return listed(value, this.page.order, which);
  }

  cursor(): Sql {
    return cursorText(
      this.page.kin,
      this.page.cast,
      addedColumn(this.row, raw('_key')),
      this.page.primary,
    );
  }

  /** The cursor of the first or last of them; null on an empty page. */
  cursorAt(last: boolean): Sql {
    const { limit, backward } = this.page;
    const [n, end] = ['_n', '_last'].map((name) => addedColumn(this.row, raw(name)));
    const lastRead = this.oneMore ? sql`${n} = ${limit} or ${n} < ${limit} and ${end}` : end;
    return sql`coalesce('"' || max(${this.cursor()}) filter (where ${last === backward ? sql`${n} = 1` : lastRead}) || '"', 'null')`;
  }
}

/** `edges` or `nodes`. */
function rows(
  compiler: Compiler,
  selected: SelectionNode,
  shown: Shown,
  row: Sql,
  scope: JoinScope,
): Piece[] {
  const [typeName, children] = [...selected.types][0]!;
  const pieces =
    selected.name === 'nodes'
      ? object(compiler.fields(typeName, children, row, scope))
      : object(
          children.map((child) => ({
            key: child.key,
            value: edge(compiler, child, typeName, shown, row, scope),
          })),
        );
  return ['[', shown.list(concat(pieces)), ']'];
}

function edge(
  compiler: Compiler,
  child: SelectionNode,
  typeName: string,
  shown: Shown,
  row: Sql,
  scope: JoinScope,
): Piece[] {
  if (child.name === '__typename') return [JSON.stringify(typeName)];
  if (child.name === 'cursor') return ['"', shown.cursor(), '"'];
  const [nodeType, children] = [...child.types][0]!;
  return object(compiler.fields(nodeType, children, row, scope));
}

function pageInfo(selected: SelectionNode, page: Page, shown: Shown): Piece[] {
  const more = () => sql`case when count(*) > ${page.limit} then 'true' else 'false' end`;
  const write: Record<string, () => Piece[]> = {
    __typename: () => ['"PageInfo"'],
    hasNextPage: () => (page.backward ? [String(page.precedes)] : [more()]),
    hasPreviousPage: () => (page.backward ? [more()] : [String(page.follows)]),
    startCursor: () => [shown.cursorAt(false)],
    endCursor: () => [shown.cursorAt(true)],
  };
  return object(
    [...selected.types.values()][0]!.map((child) => ({
      key: child.key,
      value: write[child.name]!(),
    })),
  );
}
