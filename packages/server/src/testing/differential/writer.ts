import {
  type ArgumentNode,
  type DirectiveNode,
  doTypesOverlap,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
} from 'graphql';
import { listName, type Order } from './cursors.ts';
import { orderOf, pageSizeOf, shortened } from './list-arguments.ts';
import type { Directive, Model, Operation, Selection, Value } from './model.ts';
import {
  field,
  fragmentsReached,
  introspection,
  name,
  operationNode,
  set,
  variablesIn,
} from './nodes.ts';
import type { Pools } from './pools.ts';
import { Merging, type Scope } from './scopes.ts';
import { Variables } from './variables.ts';

type Field = GraphQLField<unknown, unknown>;

/** Roughly how many objects a field may be read from, because nested lists grow fast. */
const manyRows = 80;

/**
 * Writes any model as a valid document. Conflicting keys get another alias, and what fits nowhere
 * is left out.
 */
export class Writer {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly merging: Merging;
  private readonly variables: Variables;
  /** The list that a cursor is written for. */
  private list:
    | { field: string; nodeType: string; order: Pick<Order, 'by' | 'direction'> | null }
    | undefined;

  /** How many more fields may be written. */
  private left: number;

  constructor(
    private readonly schema: GraphQLSchema,
    pools: Pools,
    private readonly model: Model,
  ) {
    this.merging = new Merging(schema, this.fragments);
    this.left = model.fields;
    this.variables = new Variables(({ node, flaw }) =>
      pools.cursor(this.list!.field, this.list!.nodeType, this.list!.order, node, flaw),
    );
  }

  /** The operations of the document, in the order in which to send them. */
  operations(): Operation[] {
    const selections = this.selections(
      this.model.selections,
      this.schema.getQueryType()!,
      new Map(),
      1,
      0,
    );
    if (this.model.introspection) selections.push(introspection);
    const shared = this.model.another ? [this.shared(selections)] : [];
    const asked = shared.length
      ? [
          operationNode('Wanted', set([...shared, ...selections])),
          operationNode('Another', set(shared)),
        ]
      : [operationNode(undefined, set(selections))];
    const operations = asked.map((each) => this.declaring(each));
    const fragments = fragmentsReached(asked[0]!, this.fragments);
    const query = print({ kind: Kind.DOCUMENT, definitions: [...operations, ...fragments] });
    const used = new Set(
      operations.flatMap((each) =>
        each.variableDefinitions.map(({ variable }) => variable.name.value),
      ),
    );
    const variables = Object.fromEntries(
      Object.entries(this.variables.given).filter(([each]) => used.has(each)),
    );
    const [first] = Object.keys(variables);
    if (this.model.spoilt && first) variables[first] = { none: 'such' };
    return operations.map(({ name: called }) => ({
      query,
      variables,
      ...(called && { operationName: called.value }),
    }));
  }

  /**
   * Half of an operation's fields as a fragment that a second operation spreads alone. What the
   * server caches for one operation must not answer the other.
   */
  private shared(selections: readonly SelectionNode[]): SelectionNode {
    const halved = selections.map((node): SelectionNode => {
      const below = node.kind === Kind.FIELD && node.selectionSet?.selections;
      return below
        ? { ...node, selectionSet: set(below.slice(0, Math.ceil(below.length / 2))) }
        : node;
    });
    const typeCondition = {
      kind: Kind.NAMED_TYPE,
      name: name(this.schema.getQueryType()!.name),
    } as const;
    this.fragments.set('Shared', {
      kind: Kind.FRAGMENT_DEFINITION,
      name: name('Shared'),
      typeCondition,
      selectionSet: set(halved),
    });
    return { kind: Kind.FRAGMENT_SPREAD, name: name('Shared') };
  }

  /** The operation with the variables that it uses. */
  private declaring(operation: OperationDefinitionNode) {
    const used = variablesIn({
      kind: Kind.DOCUMENT,
      definitions: [operation, ...fragmentsReached(operation, this.fragments)],
    });
    const variableDefinitions = [...this.variables.definitions]
      .filter(([each]) => used.has(each))
      .map(([, definition]) => definition);
    return { ...operation, variableDefinitions };
  }

  /**
   * `rows` is roughly how many objects these are read from. Fragments spread only later fragments.
   */
  private selections(
    models: readonly Selection[],
    parent: GraphQLCompositeType,
    scope: Scope,
    rows: number,
    from: number,
  ): SelectionNode[] {
    return models.flatMap((model): SelectionNode[] => {
      if (model.is === 'field') return this.field(model, parent, scope, rows, from);
      if (model.is === 'spread') return this.spread(model, parent, scope, from);
      const on =
        model.on === null ? parent : (this.schema.getType(model.on) as GraphQLCompositeType);
      const typeCondition =
        model.on === null ? undefined : ({ kind: Kind.NAMED_TYPE, name: name(model.on) } as const);
      const selections = this.selections(model.selections, on, scope, rows, from);
      if (selections.length === 0) return [];
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          selectionSet: set(selections),
          directives: this.directives(model.directives),
          ...(typeCondition && { typeCondition }),
        },
      ];
    });
  }

  private spread(
    model: Extract<Selection, { is: 'spread' }>,
    parent: GraphQLCompositeType,
    scope: Scope,
    from: number,
  ): SelectionNode[] {
    const { fragments } = this.model;
    const index = from + (fragments.length > from ? model.fragment % (fragments.length - from) : 0);
    const fragment = fragments[index];
    if (!fragment) return [];
    const on = this.schema.getType(fragment.on) as GraphQLCompositeType;
    if (!doTypesOverlap(this.schema, parent, on)) return [];
    const called = `F${index}`;
    if (!this.fragments.has(called)) {
      const selectionSet = set(this.selections(fragment.selections, on, new Map(), 4, index + 1));
      const typeCondition = { kind: Kind.NAMED_TYPE, name: name(fragment.on) } as const;
      this.fragments.set(called, {
        kind: Kind.FRAGMENT_DEFINITION,
        name: name(called),
        typeCondition,
        selectionSet,
      });
    }
    const spread = {
      kind: Kind.FRAGMENT_SPREAD,
      name: name(called),
      directives: this.directives(model.directives),
    } as const;
    if (!this.merging.fits([spread], parent, scope)) return [];
    this.merging.addAll([spread], parent, scope);
    return [spread];
  }

  private field(
    model: Extract<Selection, { is: 'field' }>,
    parent: GraphQLCompositeType,
    scope: Scope,
    rows: number,
    from: number,
  ): SelectionNode[] {
    const known = isUnionType(parent) ? undefined : parent.getFields()[model.name];
    this.left -= 1;
    // Reading what a write changed is slow.
    if (this.left < 0 || rows > (model.name === 'diff' ? 6 : manyRows)) return [];
    const size = known ? pageSizeOf(known, model.args) : 1;
    const args = known
      ? this.arguments(
          known && rows * size > manyRows ? shortened(model.args, known, size) : model.args,
          parent,
          known,
        )
      : [];
    const bare: FieldNode = {
      ...field(model.name),
      arguments: args,
      directives: this.directives(model.directives),
    };
    const node = this.named(
      model.alias === null ? bare : { ...bare, alias: name(model.alias) },
      parent,
      scope,
    );
    const below = this.merging.add(node, parent, scope);
    const type = known && getNamedType(known.type);
    if (!isCompositeType(type)) return model.again === null ? [node] : [node, node];
    const more = rows * (rows * size > manyRows ? 2 : Math.max(1, size));
    const whole = (selections: readonly Selection[]): FieldNode => ({
      ...node,
      selectionSet: set(this.selections(selections, type, below, more, from)),
    });
    return [whole(model.selections), ...(model.again === null ? [] : [whole(model.again)])];
  }

  /** The field under a key that is free, or used for the same field. */
  private named(node: FieldNode, parent: GraphQLCompositeType, scope: Scope): FieldNode {
    for (let i = 0; ; i += 1) {
      const tried =
        i === 0 ? node : { ...node, alias: name(`${node.name.value.replace(/^__/, '')}_${i}`) };
      if (this.merging.fieldFits(tried, parent, scope)) return tried;
    }
  }

  private arguments(
    args: readonly (readonly [string, Value])[],
    parent: GraphQLCompositeType,
    { name: called, args: known, type }: Field,
  ): ArgumentNode[] {
    const nodeType = /^(\w+)Connection!?$/.exec(String(type))?.[1];
    const orderBy = args.find(([key]) => key === 'orderBy')?.[1];
    const place = (key: string) => {
      const arg = known.find((each) => each.name === key)!;
      return { type: arg.type, defaulted: arg.defaultValue !== undefined };
    };
    if (nodeType)
      this.list = {
        field: listName(parent as GraphQLObjectType, called),
        nodeType,
        order: orderBy ? orderOf(orderBy, nodeType) : null,
      };
    return args.map(
      ([key, value]): ArgumentNode => ({
        kind: Kind.ARGUMENT,
        name: name(key),
        value: this.variables.write(value, place(key)),
      }),
    );
  }

  private directives(models: readonly Directive[]): DirectiveNode[] {
    // Each name may appear only once.
    const apart = models.filter(
      (model, i) => models.findIndex((other) => other.name === model.name) === i,
    );
    const place = { type: new GraphQLNonNull(GraphQLBoolean), defaulted: false };
    return apart.map((model) => ({
      kind: Kind.DIRECTIVE,
      name: name(model.name),
      arguments: [
        { kind: Kind.ARGUMENT, name: name('if'), value: this.variables.write(model.if, place) },
      ],
    }));
  }
}
