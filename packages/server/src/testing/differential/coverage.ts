import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Records which parts of the API a run has tested. */
export class Coverage {
  private readonly met = new Map<string, number>();
  private readonly wanted: ReadonlySet<string>;

  constructor(private readonly schema: GraphQLSchema) {
    this.wanted = new Set([...reachable(schema), ...others]);
  }

  /** A field was read from an existing object. */
  readonly witness = (parent: string, fieldName: string, args: Record<string, unknown>): void => {
    this.note(`${parent}.${fieldName}`);
    const field = (this.schema.getType(parent) as GraphQLObjectType).getFields()[fieldName]!;
    for (const { name, type } of field.args) {
      if (args[name] === undefined) continue;
      this.note(`${parent}.${fieldName}(${name})`);
      if (name === 'after' || name === 'before') this.note(`a cursor ${name}`);
      this.input(type, args[name]);
    }
  };

  /** A document was sent and answered. */
  document(document: DocumentNode): void {
    const types = new TypeInfo(this.schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Directive: (node) => this.note(`@${node.name.value}(${node.arguments![0]!.value.kind})`),
        OperationDefinition: ({ selectionSet }) =>
          this.note(selectionSet.selections.length > 1 ? 'several roots' : 'one root'),
        InlineFragment: (node) =>
          this.note(`... on ${node.typeCondition?.name.value ?? 'the same'}`),
        FragmentSpread: () => this.note('...F'),
        VariableDefinition: (node) => this.note(node.defaultValue ? '$v = …' : '$v'),
        Field: (node) => {
          if (node.name.value === '__typename')
            this.note(`${types.getParentType()?.name}.__typename`);
          if (node.alias) this.note('alias');
        },
      }),
    );
  }

  note(thing: string): void {
    this.met.set(thing, (this.met.get(thing) ?? 0) + 1);
  }

  /** Parts of the API that the run could have tested, but did not. */
  missing(): string[] {
    return [...this.wanted].filter((thing) => !this.met.has(thing)).sort();
  }

  private input(type: GraphQLInputType, value: unknown): void {
    const named = getNamedType(type);
    if (value == null) return;
    if (Array.isArray(value)) for (const each of value) this.input(type, each);
    else if (isEnumType(named)) this.note(`${named.name}.${value}`);
    else if (isInputObjectType(named))
      for (const [key, each] of Object.entries(value as object)) {
        if (each == null) continue;
        this.note(`${named.name}.${key}`);
        this.input(named.getFields()[key]!.type, each);
      }
  }
}

/** Things outside the schema that a run must test too. */
const others = [
  '@skip(Variable)',
  '@skip(BooleanValue)',
  '@include(Variable)',
  '@include(BooleanValue)',
  '...F',
  '... on the same',
  '$v',
  '$v = …',
  'alias',
  'several roots',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'data is null',
  'an error beside data',
  'refused as a whole',
  'a cursor after',
  'a cursor before',
  'hasNextPage',
  'hasPreviousPage',
];

/**
 * Every field that is reachable from Query, each argument, input key and input enum value, and each
 * type that a fragment can select.
 */
function reachable(schema: GraphQLSchema): Set<string> {
  const found = new Set<string>();
  const seen = new Set<GraphQLNamedType>();
  const enter = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (seen.has(named)) return;
    seen.add(named);
    if (isEnumType(named))
      for (const { name } of named.getValues()) found.add(`${named.name}.${name}`);
    if (!isInputObjectType(named)) return;
    for (const field of Object.values(named.getFields())) {
      found.add(`${named.name}.${field.name}`);
      enter(field.type);
    }
  };
  const walk = (type: GraphQLNamedType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (isAbstractType(type)) {
      for (const each of [type, ...schema.getPossibleTypes(type)]) found.add(`... on ${each.name}`);
      if (isInterfaceType(type))
        for (const each of schema.getImplementations(type).interfaces)
          found.add(`... on ${each.name}`);
      for (const each of schema.getPossibleTypes(type)) walk(each);
      found.add(`${type.name}.__typename`);
    }
    if (!isObjectType(type)) return;
    found.add(`${type.name}.__typename`);
    for (const field of Object.values(type.getFields())) {
      found.add(`${type.name}.${field.name}`);
      for (const arg of field.args) {
        found.add(`${type.name}.${field.name}(${arg.name})`);
        enter(arg.type);
      }
      walk(getNamedType(field.type));
    }
  };
  walk(schema.getQueryType()!);
  return found;
}
