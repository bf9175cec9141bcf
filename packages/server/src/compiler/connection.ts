import { cursorText } from './cursor.ts';
import { type JoinScope, joinClause } from './joins.ts';
import { concat, type JsonField, object, type Piece, stringAgg } from './json.ts';
import type { Compiler } from './object.ts';
import type { Page } from './page.ts';
import { pageRows, readsOneMore, shownOrder } from './page-rows.ts';
import type { Placement } from './placement.ts';
import { everyRow, pickedColumns } from './scan.ts';
import type { SelectionNode } from './selection-node.ts';
import { addedColumn, columnsRead, raw, Sql, sql } from './sql.ts';

/**
 * A connection as a query with one row and one column: the JSON text of its fields. The query reads
 * the rows of the page, joins the records they refer to, and aggregates them.
 */
export function connection(compiler: Compiler, node: SelectionNode, page: Page): Sql {
  const { placement } = node;
  const [typeName, children] = node.only;
  const scope: JoinScope = { joins: [], optional: false };
  const shown = new ShownRows(page, placement);
  /** The SQL that reads the rows of the page. */
  const readers: Piece[] = [];
  const read = (child: SelectionNode): Piece[] => {
    if (!child.field) return [JSON.stringify(typeName)];
    // It counts the whole list in a query of its own, and only where it is selected.
    if (child.name === 'totalCount') return [sql`(select count(*) from ${everyRow(page.scan)})`];
    const value =
      child.name === 'pageInfo'
        ? pageInfo(child, page, shown)
        : nodesOrEdges(compiler, child, shown, placement.row, scope);
    readers.push(...value);
    return value;
  };
  const text = concat(object(children.map((child) => ({ key: child.key, value: read(child) }))));
  const readsPage = children.some(({ field, name }) => field && name !== 'totalCount');
  if (!readsPage) return sql`select ${text}`;
  const fragments = [...readers.filter((each) => each instanceof Sql), ...scope.joins];
  const rows = pageRows(page, placement, columnsRead(placement.row, fragments));
  // `having true` returns one row even where no field aggregates, such as hasPreviousPage alone.
  return sql`select ${text} from ${rows}${joinClause(scope)} having true`;
}

/** The rows that a page shows: those that were read, without the one that is read to look ahead. */
class ShownRows {
  private readonly oneMore: boolean;
  private readonly order: Sql;
  private readonly cursorText: Sql;

  constructor(
    private readonly page: Page,
    private readonly placement: Placement,
  ) {
    const { key, primary } = pickedColumns(placement.row, placement);
    this.oneMore = readsOneMore(page, placement);
    this.order = shownOrder(page, placement);
    this.cursorText = cursorText(page.tag, page.sorting.cast, key, primary);
  }

  /** The texts of all rows, separated by commas. */
  list(text: Sql): Sql {
    const { size } = this.page;
    const which = this.oneMore ? sql` filter (where ${this.added('_n')} <= ${size})` : undefined;
    return stringAgg(text, this.order, which);
  }

  cursor(): Sql {
    return this.cursorText;
  }

  /** The cursor of the first or the last row, as JSON; null on an empty page. */
  cursorAt(end: 'first' | 'last'): Sql {
    const { size, sorting } = this.page;
    const [number, isLast] = [this.added('_n'), this.added('_last')];
    const lastRead = this.oneMore
      ? sql`${number} = ${size} or ${number} < ${size} and ${isLast}`
      : isLast;
    // Rows are numbered as they are read: backward, the last one that is shown is number 1.
    const isEnd = (end === 'last') === sorting.backward ? sql`${number} = 1` : lastRead;
    return sql`coalesce('"' || max(${this.cursorText}) filter (where ${isEnd}) || '"', 'null')`;
  }

  private added(name: string): Sql {
    return addedColumn(this.placement.row, raw(name));
  }
}

function nodesOrEdges(
  compiler: Compiler,
  node: SelectionNode,
  shown: ShownRows,
  row: Sql,
  scope: JoinScope,
): Piece[] {
  const [typeName, children] = node.only;
  const edge = (child: SelectionNode): Piece[] => {
    if (!child.field) return [JSON.stringify(typeName)];
    if (child.name === 'cursor') return ['"', shown.cursor(), '"'];
    const [nodeType, fields] = child.only;
    return object(compiler.fields(nodeType, fields, row, scope));
  };
  const fields: JsonField[] =
    node.name === 'nodes'
      ? compiler.fields(typeName, children, row, scope)
      : children.map((child) => ({ key: child.key, value: edge(child) }));
  return ['[', shown.list(concat(object(fields))), ']'];
}

/**
 * The fields of `pageInfo`. In the direction of reading, the row that was read to look ahead says
 * whether the list goes on. In the other direction there is a row if a cursor was given: the
 * cursor's own.
 */
function pageInfo(
  node: SelectionNode,
  { size, sorting, hasAfter, hasBefore }: Page,
  shown: ShownRows,
): Piece[] {
  const [typeName, children] = node.only;
  const goesOn = sql`case when count(*) > ${size} then 'true' else 'false' end`;
  const values: Record<string, Piece> = {
    hasNextPage: sorting.backward ? String(hasBefore) : goesOn,
    hasPreviousPage: sorting.backward ? goesOn : String(hasAfter),
    startCursor: shown.cursorAt('first'),
    endCursor: shown.cursorAt('last'),
  };
  return object(
    children.map(({ key, name, field }) => ({
      key,
      value: [(field && values[name]) ?? JSON.stringify(typeName)],
    })),
  );
}
