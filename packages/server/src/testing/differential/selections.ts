import fc, { type Arbitrary } from 'fast-check';
import {
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';
import type { CursorFlaw, Directive, Fragment, Model, Selection, Value } from './model.ts';
import type { Pools } from './pools.ts';
import { how, leaf, Values, weighted } from './values.ts';

type Field = GraphQLField<unknown, unknown>;
type Chosen = readonly Selection[];
type ArgumentValues = readonly (readonly [string, Value])[];
type Args = Arbitrary<ArgumentValues>;

const depth = 5;

const directives: Arbitrary<readonly Directive[]> = fc.array(
  fc.record({ name: fc.constantFrom('include' as const, 'skip' as const), if: leaf(fc.boolean()) }),
  { maxLength: 2 },
);
const someDirectives = weighted([9, fc.constant<readonly Directive[]>([])], [1, directives]);
const alias = weighted(
  [7, fc.constant(null)],
  [2, fc.constantFrom('a', 'b', 'id', 'constructor', '__proto__', 'type')],
);
const flaw = weighted<CursorFlaw>(
  [60, fc.constant('none')],
  [1, fc.constantFrom('garbage', 'another order', 'another list', 'broken key')],
);

const cursor: Arbitrary<Value> = fc.record({
  is: fc.constant('cursor' as const),
  node: fc.nat(400),
  flaw,
  how,
});
const size: Arbitrary<Value> = leaf(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 1, arbitrary: fc.integer({ min: 6, max: 30 }) },
  ),
);
const badSize: Arbitrary<Value> = leaf(fc.constantFrom(0, -1, 101));
const argumentsWith = (keys: Record<string, Arbitrary<Value>>): Args =>
  fc.tuple(...Object.entries(keys).map(([key, value]) => fc.tuple(fc.constant(key), value)));

/** Page arguments, nearly all of them valid. */
const page: Args = weighted(
  [6, fc.constant<ArgumentValues>([])],
  [8, argumentsWith({ first: size })],
  [3, argumentsWith({ last: size })],
  [5, argumentsWith({ first: size, after: cursor })],
  [4, argumentsWith({ last: size, before: cursor })],
  [2, argumentsWith({ after: cursor, first: size, before: cursor })],
  [2, argumentsWith({ last: size, after: cursor })],
  [1, argumentsWith({ before: cursor })],
  [
    0.5,
    argumentsWith({
      first: leaf(fc.constant(null)),
      after: leaf(fc.constant(null)),
      last: size,
      before: leaf(fc.constant(null)),
    }),
  ],
  [
    0.25,
    fc.oneof(
      argumentsWith({ first: badSize }),
      argumentsWith({ last: badSize }),
      argumentsWith({ first: size, last: size }),
    ),
  ],
);
/** The size of a list that is not a page. */
const listSize: Args = weighted(
  [3, fc.constant<ArgumentValues>([])],
  [2, argumentsWith({ first: size })],
  [0.05, argumentsWith({ first: badSize })],
  [0.05, argumentsWith({ first: leaf(fc.constant(null)) })],
);
const pageKeys = ['first', 'last', 'after', 'before'];

const isWrapper = (name: string) => /(Connection|Edge)$|^PageInfo$/.test(name);

/** An arbitrary that is created when first needed, because types are recursive. */
class Lazy<T> extends fc.Arbitrary<T> {
  private made: Arbitrary<T> | undefined;

  constructor(private readonly make: () => Arbitrary<T>) {
    super();
  }

  private get it(): Arbitrary<T> {
    this.made ??= this.make();
    return this.made;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<T> {
    return this.it.generate(random, bias);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.it.canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return this.it.shrink(value, context);
  }
}

/** Arbitrary models of operations over a schema. `Writer` turns them into valid documents. */
export class Selections {
  private readonly values: Values;
  private readonly known = new Map<string, Arbitrary<Chosen>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly pools: Pools,
  ) {
    this.values = new Values(pools);
  }

  operations(): Arbitrary<Model> {
    const types = Object.values(this.schema.getTypeMap()).filter(
      (type) => isCompositeType(type) && /^(?!__|.*Payload$|Mutation$|Warning$)/.test(type.name),
    );
    const fragment: Arbitrary<Fragment> = fc.oneof(
      ...types.map((type) =>
        fc.record({
          on: fc.constant(type.name),
          selections: this.of(type as GraphQLCompositeType, 2),
        }),
      ),
    );
    return fc.record({
      selections: this.of(this.schema.getQueryType()!, depth),
      fragments: fc.array(fragment, { maxLength: 4 }),
      fields: weighted(
        [6, fc.integer({ min: 2, max: 20 })],
        [3, fc.integer({ min: 20, max: 50 })],
        [1, fc.integer({ min: 50, max: 120 })],
      ),
      another: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 9),
      introspection: fc.integer({ min: 0, max: 19 }).map((roll) => roll === 19),
      repeated: fc.integer({ min: 0, max: 5 }).map((roll) => roll === 5),
      spoilt: fc.integer({ min: 0, max: 99 }).map((roll) => roll === 99),
    });
  }

  private of(type: GraphQLCompositeType, left: number): Arbitrary<Chosen> {
    const name = `${type.name} ${left}`;
    const known = this.known.get(name) ?? new Lazy(() => this.make(type, left));
    this.known.set(name, known);
    return known;
  }

  private make(type: GraphQLCompositeType, left: number): Arbitrary<Chosen> {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const composite = (field: Field) => isCompositeType(getNamedType(field.type));
    const leaves = fields
      .filter((field) => !composite(field))
      .map((field) => this.field(type.name, field, left));
    const below = left > 0 ? fields.filter(composite) : [];
    // Claims have the most filters, and relations between records are reached by few paths.
    const often = below.filter(({ name }) =>
      /^(claims|claimStats|affiliations|relations|links|quantities|sources)$/.test(name),
    );
    const objects = [...below, ...often].map((field) => this.field(type.name, field, left));
    const typename = fc.record({
      is: fc.constant('field' as const),
      name: fc.constant('__typename'),
      alias,
      args: fc.constant([]),
      directives: someDirectives,
      selections: fc.constant([]),
      again: fc.constant(null),
    });
    const inline = this.inline(type, left);
    const spread = fc.record({
      is: fc.constant('spread' as const),
      fragment: fc.nat(3),
      directives: someDirectives,
    });
    const choices: [number, Arbitrary<Selection>[]][] = [
      [isWrapper(type.name) ? 0.5 : 1, [typename]],
      [isWrapper(type.name) ? 3 : 7, leaves],
      [type.name === 'Query' ? 40 : isWrapper(type.name) ? 12 : 6, objects],
      [isAbstractType(type) ? 12 : 1, inline],
      [isAbstractType(type) ? 3 : 1.5, [spread]],
    ];
    const item = weighted(
      ...choices
        .filter(([, some]) => some.length > 0)
        .map(([weight, some]): [number, Arbitrary<Selection>] => [weight, fc.oneof(...some)]),
    );
    return fc.array(item, {
      minLength: 1,
      maxLength: type.name === 'Query' || isWrapper(type.name) ? 3 : left > 2 ? 5 : 4,
    });
  }

  private inline(type: GraphQLCompositeType, left: number): Arbitrary<Selection>[] {
    const on = Object.values(this.schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        isCompositeType(other) && doTypesOverlap(this.schema, type, other),
    );
    const concrete = on.filter((other) => !isAbstractType(other));
    // Abstract types too, but fewer of them, because they lead to each other.
    const conditions = isAbstractType(type) ? [...concrete, ...concrete, ...on] : [...on, null];
    return conditions.map((condition) =>
      fc.record({
        is: fc.constant('inline' as const),
        on: fc.constant(condition?.name ?? null),
        directives: someDirectives,
        selections: this.of(condition ?? type, Math.max(0, left - 1)),
      }),
    );
  }

  private field(parent: string, field: Field, left: number): Arbitrary<Selection> {
    const type = getNamedType(field.type);
    const below = isCompositeType(type)
      ? this.of(type, isWrapper(type.name) || isWrapper(parent) ? left : left - 1)
      : fc.constant([]);
    const again = isCompositeType(type)
      ? weighted<Chosen | null>([9, fc.constant(null)], [1, below])
      : weighted<Chosen | null>([19, fc.constant(null)], [1, fc.constant([])]);
    return fc.record({
      is: fc.constant('field' as const),
      name: fc.constant(field.name),
      alias,
      args: this.args(parent, field),
      directives: someDirectives,
      selections: below,
      again,
    });
  }

  private args(parent: string, field: Field): Args {
    if (parent === 'Query' && field.name === 'record') {
      const type = (name: string): Value => ({ is: 'leaf', json: name, how: 'literal' });
      return this.values.externalId().map(([name, id]) => [
        ['type', type(name)],
        ['externalId', id],
      ]);
    }
    if (parent === 'Query' && field.args[0]?.name === 'id') {
      const types =
        field.name === 'node'
          ? Object.keys(this.pools.ids)
          : [(getNamedType(field.type) as GraphQLObjectType).name];
      return argumentsWith({ id: fc.oneof(...types.map((type) => leaf(this.values.id([type])))) });
    }
    const paged = field.args.some(({ name }) => name === 'after');
    const args = field.args.filter(({ name }) => !pageKeys.includes(name));
    const own = args.map((arg) =>
      fc.tuple(fc.constant(arg.name), this.values.of(arg.type, field.name, arg.name)),
    );
    const filters = own.filter((_, i) => args[i]!.name === 'filter');
    const few =
      own.length > 0
        ? fc.uniqueArray(fc.oneof(...own, ...filters, ...filters), {
            selector: ([name]) => name,
            maxLength: 2,
          })
        : fc.constant([]);
    const sized = field.args.some(({ name }) => name === 'first');
    const first = paged ? page : sized ? listSize : fc.constant<ArgumentValues>([]);
    return fc.tuple(first, few).map(([pages, rest]) => [...pages, ...rest]);
  }
}
