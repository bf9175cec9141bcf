import { type GraphQLResolveInfo, type GraphQLSchema, getNamedType } from 'graphql';
import type { IdType } from '../values/ids.ts';
import { validateArguments } from '../values/validate.ts';
import { FilterContext } from './filter.ts';
import { type JoinScope, joinClause } from './joins.ts';
import { concat, listed, object, type Piece } from './json.ts';
import { alias, type Mapping, primaryKeyOf, tableOf } from './mapping.ts';
import { Compiler, type Field } from './object.ts';
import { payloadFields, RecordKey } from './payload.ts';
import type { Plans } from './plan.ts';
import { type Prepared, prepare, rowAbove } from './prepare.ts';
import {
  argumentsOf,
  type SelectionNode,
  type SelectionTree,
  SelectionTrees,
} from './selection.ts';
import { fingerprintOf, fingerprintOfData, Param, type Sql, sql } from './sql.ts';

/** A statement that answers with one text; with a name, PostgreSQL keeps it prepared. */
export interface Statement {
  name?: string | undefined;
  text: string;
  values: unknown[];
}

/** Writes the queries that an object is added up from. `asks` tells whether a field is selected anywhere below it. */
export type TableQueries<A> = (
  args: A,
  use: FilterContext,
  asks: (type: string, field: string) => boolean,
) => Sql;

/** Compiles root fields; keeps their plans. */
export class Reader {
  private readonly trees: SelectionTrees;

  constructor(
    private readonly mapping: Mapping,
    schema: GraphQLSchema,
    readonly plans: Plans,
  ) {
    this.trees = new SelectionTrees(schema);
  }

  /** A page of all records of the field's type. */
  connection(info: GraphQLResolveInfo): Statement {
    return this.plan(this.trees.of(info), info, '', [], (compiler, root) =>
      compiler.connection(root, alias(0)),
    );
  }

  /** One record by its key. No row when there is none. */
  recordById(info: GraphQLResolveInfo, ref: RecordKey): Statement {
    return this.recordWhere(info, ref.type, (row) => sql`${row}.id = ${new Param(ref.key)}::uuid`);
  }

  /** The record of a type that a condition finds. */
  recordWhere(info: GraphQLResolveInfo, type: IdType, condition: (row: Sql) => Sql): Statement {
    const tree = this.trees.of(info);
    checked(tree.root, info);
    const found = condition(alias(0));
    const bounds: Param[] = [];
    const form = fingerprintOf(found, bounds);
    return this.plan(tree, info, `${type} ${form}`, bounds, (compiler, root) => {
      const scope: JoinScope = { joins: [], optional: false };
      const written = concat(
        object(compiler.fields(type, root.types.get(type) ?? [], alias(0), scope)),
      );
      return sql`select ${written} from ${this.rows(type, alias(0))}${joinClause(scope)} where ${found}`;
    });
  }

  /** An object that no table holds, added up from the rows of the last of some `with` queries, `gathered`. */
  aggregate<A>(info: GraphQLResolveInfo, tables: TableQueries<A>): Statement {
    const tree = this.trees.of(info);
    const { root } = tree;
    const made = tables(checked(root, info) as A, new FilterContext('t0', []), asks(root));
    const bounds: Param[] = [];
    return this.plan(tree, info, fingerprintOf(made, bounds), bounds, (compiler) => {
      const [type, children] = [...root.types][0]!;
      const scope: JoinScope = { joins: [], optional: false };
      const text = concat(object(compiler.fields(type, children, alias(0), scope)));
      return sql`with ${made} select ${text} from gathered ${alias(0)}${joinClause(scope)} having true`;
    });
  }

  /** A page of rows that no table holds: those of the one of `with` queries that is called `hit`. */
  searchPage<A>(info: GraphQLResolveInfo, tables: TableQueries<A>): Statement {
    const tree = this.trees.of(info);
    const { root } = tree;
    const made = tables(checked(root, info) as A, new FilterContext('t0', []), asks(root));
    const bounds: Param[] = [];
    return this.plan(
      tree,
      info,
      fingerprintOf(made, bounds),
      bounds,
      (compiler) => sql`with ${made} ${compiler.connection(root, alias(0))}`,
    );
  }

  /** What a mutation answers: records read by the compiler, the rest as the service gave it. */
  payload(info: GraphQLResolveInfo, answer: Record<string, unknown>): Statement {
    const tree = this.trees.of(info);
    const { root } = tree;
    const type = getNamedType(root.field!.type).name;
    const fields = payloadFields(root.types.get(type)!, answer);
    const bounds = fields.map((field) => field.bound);
    return this.plan(
      tree,
      info,
      fields.map((field) => field.type ?? '').join(),
      bounds,
      (compiler) => {
        const written = fields.map(({ selected, type: of, bound, many }): Field => {
          if (!of) return { key: selected.key, value: [sql`${bound}::text`] };
          return { key: selected.key, value: this.referred(compiler, selected, of, bound, many) };
        });
        return sql`select ${concat(object(written))}`;
      },
    );
  }

  private referred(
    compiler: Compiler,
    selected: SelectionNode,
    type: IdType,
    bound: Param,
    many: boolean,
  ): Piece[] {
    const row = alias(selected.index);
    const scope: JoinScope = { joins: [], optional: false };
    const written = concat(
      object(compiler.fields(type, selected.types.get(type) ?? [], row, scope)),
    );
    const [id] = primaryKeyOf(this.mapping.entity(type)!, row);
    const from = sql`${this.rows(type, row)}${joinClause(scope)}`;
    if (!many) return [sql`(select ${written} from ${from} where ${id} = ${bound}::uuid)`];
    const list = listed(written, sql`array_position(${bound}::uuid[], ${id})`);
    return ['[', sql`(select ${list} from ${from} where ${id} = any(${bound}::uuid[]))`, ']'];
  }

  private rows(type: IdType, row: Sql): Sql {
    return sql`${tableOf(this.mapping.entity(type)!)} ${row}`;
  }

  /** Reads a field's arguments. @throws Refusal naming every one that is wrong. */
  private read(selected: SelectionNode, info: GraphQLResolveInfo): Read {
    const known = written.get(selected);
    if (known) return known;
    const args = checked(selected, info);
    const made = prepare(this.mapping, selected, args, rowAbove(this.mapping, selected));
    const bounds: Param[] = [];
    const read = { made, shape: fingerprintOfData(made, bounds), bounds };
    if (!selected.variable) written.set(selected, read);
    return read;
  }

  private plan(
    { number, root, withArguments }: SelectionTree,
    info: GraphQLResolveInfo,
    form: string,
    own: readonly Param[],
    write: (compiler: Compiler, root: SelectionNode) => Sql,
  ): Statement {
    const ready = new Map<number, Prepared>();
    const bounds: Param[] = [...own];
    let key = `${number} ${form}`;
    for (const selected of withArguments) {
      // A root's own are read by whoever reads the root, unless it is a page.
      if (!selected.up && !isPage(selected)) continue;
      const found = this.read(selected, info);
      ready.set(selected.index, found.made);
      bounds.push(...found.bounds);
      key += `\n${found.shape}`;
    }
    const prepared = (selected: SelectionNode, parent: Sql) =>
      ready.get(selected.index) ?? prepare(this.mapping, selected, {}, parent);
    const plan = this.plans.get(key, bounds, () =>
      write(new Compiler(this.mapping, prepared), root),
    );
    return {
      name: plan.again ? plan.name : undefined,
      text: plan.text,
      values: plan.parameters.map((place) => bounds[place]!.value),
    };
  }
}

/** A field's arguments, read. */
interface Read {
  made: Prepared;
  shape: string;
  bounds: readonly Param[];
}

/** Arguments that are written in the query itself are read once. */
const written = new WeakMap<SelectionNode, Read>();

/** A field's arguments. @throws Refusal naming every one that is wrong. */
function checked(selected: SelectionNode, info: GraphQLResolveInfo): Record<string, unknown> {
  const args = argumentsOf(selected, info);
  validateArguments(selected.field!, args, selected.path.slice(1));
  return args;
}

const isPage = (selected: SelectionNode): boolean =>
  getNamedType(selected.field!.type).name.endsWith('Connection');

/** Tells whether a field is selected anywhere below one. */
function asks(selected: SelectionNode): (type: string, field: string) => boolean {
  let below = asked.get(selected);
  if (!below) {
    below = new Set();
    gather(selected, below);
    asked.set(selected, below);
  }
  const found = below;
  return (type, field) => found.has(`${type}.${field}`);
}

const asked = new WeakMap<SelectionNode, Set<string>>();

function gather({ types }: SelectionNode, found: Set<string>): void {
  for (const [type, children] of types) {
    for (const each of children) {
      found.add(`${type}.${each.name}`);
      gather(each, found);
    }
  }
}
