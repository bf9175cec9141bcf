import { type GraphQLResolveInfo, type GraphQLSchema, getNamedType } from 'graphql';
import type { IdType } from '../values/ids.ts';
import { validateArguments } from '../values/validate.ts';
import { connection } from './connection.ts';
import { Filtering } from './filter.ts';
import { concat, listed, object, type Piece } from './json.ts';
import { alias, type Mapping, primary, table } from './mapping.ts';
import { Compiler, type Field } from './object.ts';
import type { Page } from './page.ts';
import { payloadFields, Ref } from './payload.ts';
import type { Plans } from './plan.ts';
import { type Prepared, prepare, rowAbove, shapeOfPrepared } from './prepare.ts';
import { hung, type Scope } from './scope.ts';
import { argumentsOf, type Selected, type Tree, Trees } from './selection.ts';
import { Bound, type Sql, shapeOf, sql } from './sql.ts';

/** A statement that answers with one text; with a name, PostgreSQL keeps it prepared. */
export interface Statement {
  name?: string | undefined;
  text: string;
  values: unknown[];
}

/** Writes the queries that an object is added up from. `asks` tells whether a field is selected anywhere below it. */
export type Tables<A> = (
  args: A,
  use: Filtering,
  asks: (type: string, field: string) => boolean,
) => Sql;

/** Compiles root fields; keeps their plans. */
export class Reader {
  private readonly trees: Trees;

  constructor(
    private readonly mapping: Mapping,
    schema: GraphQLSchema,
    readonly plans: Plans,
  ) {
    this.trees = new Trees(schema);
  }

  /** A page of all records of the field's type. */
  connection(info: GraphQLResolveInfo): Statement {
    return this.plan(this.trees.of(info), info, '', [], (compiler, root, prepared) => {
      const page = prepared(root, alias(0)) as Page;
      return connection(compiler, root, page, alias(root.index));
    });
  }

  /** One record by its key. No row when there is none. */
  one(info: GraphQLResolveInfo, ref: Ref): Statement {
    return this.where(info, ref.type, (row) => sql`${row}.id = ${new Bound(ref.key)}::uuid`);
  }

  /** The record of a type that a condition finds. */
  where(info: GraphQLResolveInfo, type: IdType, condition: (row: Sql) => Sql): Statement {
    const tree = this.trees.of(info);
    checked(tree.root, info);
    const found = condition(alias(0));
    const bounds: Bound[] = [];
    const form = shapeOf(found, bounds);
    return this.plan(tree, info, `${type} ${form}`, bounds, (compiler, root) => {
      const scope: Scope = { joins: [], optional: false };
      const written = concat(
        object(compiler.fields(type, root.types.get(type) ?? [], alias(0), scope)),
      );
      return sql`select ${written} from ${this.rows(type, alias(0))}${hung(scope)} where ${found}`;
    });
  }

  /** An object that no table holds, added up from the rows of the last of some `with` queries, `gathered`. */
  summary<A>(info: GraphQLResolveInfo, tables: Tables<A>): Statement {
    const tree = this.trees.of(info);
    const { root } = tree;
    const made = tables(checked(root, info) as A, new Filtering('t0', []), asks(root));
    const bounds: Bound[] = [];
    return this.plan(tree, info, shapeOf(made, bounds), bounds, (compiler) => {
      const [type, children] = [...root.types][0]!;
      const scope: Scope = { joins: [], optional: false };
      const text = concat(object(compiler.fields(type, children, alias(0), scope)));
      return sql`with ${made} select ${text} from gathered ${alias(0)}${hung(scope)} having true`;
    });
  }

  /** A page of rows that no table holds: those of the one of `with` queries that is called `hit`. */
  hits<A>(info: GraphQLResolveInfo, tables: Tables<A>): Statement {
    const tree = this.trees.of(info);
    const { root } = tree;
    const made = tables(checked(root, info) as A, new Filtering('t0', []), asks(root));
    const bounds: Bound[] = [];
    return this.plan(tree, info, shapeOf(made, bounds), bounds, (compiler, _, prepared) => {
      const page = prepared(root, alias(0)) as Page;
      return sql`with ${made} ${connection(compiler, root, page, alias(root.index))}`;
    });
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
    selected: Selected,
    type: IdType,
    bound: Bound,
    many: boolean,
  ): Piece[] {
    const row = alias(selected.index);
    const scope: Scope = { joins: [], optional: false };
    const written = concat(
      object(compiler.fields(type, selected.types.get(type) ?? [], row, scope)),
    );
    const [id] = primary(this.mapping.entity(type)!, row);
    const from = sql`${this.rows(type, row)}${hung(scope)}`;
    if (!many) return [sql`(select ${written} from ${from} where ${id} = ${bound}::uuid)`];
    const list = listed(written, sql`array_position(${bound}::uuid[], ${id})`);
    return ['[', sql`(select ${list} from ${from} where ${id} = any(${bound}::uuid[]))`, ']'];
  }

  private rows(type: IdType, row: Sql): Sql {
    return sql`${table(this.mapping.entity(type)!)} ${row}`;
  }

  /** Reads a field's arguments. @throws Refusal naming every one that is wrong. */
  private read(selected: Selected, info: GraphQLResolveInfo): Read {
    const known = written.get(selected);
    if (known) return known;
    const args = checked(selected, info);
    const made = prepare(this.mapping, selected, args, rowAbove(this.mapping, selected));
    const bounds: Bound[] = [];
    const read = { made, shape: shapeOfPrepared(made, bounds), bounds };
    if (!selected.variable) written.set(selected, read);
    return read;
  }

  private plan(
    { number, root, withArguments }: Tree,
    info: GraphQLResolveInfo,
    form: string,
    own: readonly Bound[],
    write: (
      compiler: Compiler,
      root: Selected,
      prepared: (selected: Selected, parent: Sql) => Prepared,
    ) => Sql,
  ): Statement {
    const ready = new Map<number, Prepared>();
    const bounds: Bound[] = [...own];
    let key = `${number} ${form}`;
    for (const selected of withArguments) {
      // A root's own are read by whoever reads the root, unless it is a page.
      if (!selected.up && !isPage(selected)) continue;
      const found = this.read(selected, info);
      ready.set(selected.index, found.made);
      bounds.push(...found.bounds);
      key += `\n${found.shape}`;
    }
    const prepared = (selected: Selected, parent: Sql) =>
      ready.get(selected.index) ?? prepare(this.mapping, selected, {}, parent);
    const plan = this.plans.get(key, bounds, () =>
      write(new Compiler(this.mapping, prepared), root, prepared),
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
  bounds: readonly Bound[];
}

/** Arguments that are written in the query itself are read once. */
const written = new WeakMap<Selected, Read>();

/** A field's arguments. @throws Refusal naming every one that is wrong. */
function checked(selected: Selected, info: GraphQLResolveInfo): Record<string, unknown> {
  const args = argumentsOf(selected, info);
  validateArguments(selected.field!, args, selected.path.slice(1));
  return args;
}

const isPage = (selected: Selected): boolean =>
  getNamedType(selected.field!.type).name.endsWith('Connection');

/** Tells whether a field is selected anywhere below one. */
function asks(selected: Selected): (type: string, field: string) => boolean {
  let below = asked.get(selected);
  if (!below) {
    below = new Set();
    gather(selected, below);
    asked.set(selected, below);
  }
  const found = below;
  return (type, field) => found.has(`${type}.${field}`);
}

const asked = new WeakMap<Selected, Set<string>>();

function gather({ types }: Selected, found: Set<string>): void {
  for (const [type, children] of types) {
    for (const each of children) {
      found.add(`${type}.${each.name}`);
      gather(each, found);
    }
  }
}
