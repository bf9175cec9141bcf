import {
  astFromValue,
  type ConstValueNode,
  type GraphQLInputType,
  GraphQLNonNull,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type NameNode,
  type ObjectFieldNode,
  parseConstValue,
  parseType,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Value } from './model.ts';

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

/** The position of a value: its type, and whether it may be left out. */
export interface Place {
  type: GraphQLInputType;
  /** The schema has a default for it. */
  defaulted: boolean;
  /** Items of a list cannot be left out. */
  item?: boolean;
}

/** Writes values as literals or variables, and collects the values of the variables. */
export class Variables {
  readonly definitions = new Map<string, VariableDefinitionNode>();
  readonly given: Record<string, unknown> = {};
  private readonly shared = new Map<string, string>();

  constructor(private readonly cursor: (value: Extract<Value, { is: 'cursor' }>) => string) {}

  /** The value as JSON. Undefined if it is left out. */
  json(value: Value): unknown {
    if (value.how === 'omitted') return undefined;
    return this.within(value);
  }

  /** The value as AST for the operation. */
  write(value: Value, place: Place): ValueNode {
    const { type, defaulted, item } = place;
    const nothing = value.is === 'leaf' && value.json === null;
    // Null for a non-null position needs a variable, if the position has a default.
    if (nothing && isNonNullType(type))
      return this.variable(`${getNullableType(type)}`, undefined, null, true);
    switch (value.how) {
      case 'variable':
        return this.variable(String(type), undefined, this.within(value), true);
      case 'strict':
        return this.variable(
          nothing ? String(type) : String(new GraphQLNonNull(getNullableType(type))),
          undefined,
          this.within(value),
          true,
        );
      case 'default':
        return this.variable(
          String(nothing ? type : getNullableType(type)),
          this.constant(value, type),
          undefined,
          false,
        );
      case 'given':
        return this.variable(
          String(type),
          isNonNullType(type) ? this.constant(value, type) : { kind: Kind.NULL },
          this.within(value),
          true,
        );
      case 'omitted':
        if (!item && (!isNonNullType(type) || defaulted))
          return this.variable(String(getNullableType(type)), undefined, undefined, false);
    }
    return this.literal(value, type);
  }

  /** Whether a value is left out in its position. */
  static isOmitted({ how }: Value, { type, defaulted, item }: Place): boolean {
    return how === 'omitted' && !item && (!isNonNullType(type) || defaulted);
  }

  private within(value: Value): unknown {
    switch (value.is) {
      case 'leaf':
        return value.json;
      case 'cursor':
        return this.cursor(value);
      case 'list':
        return value.bare && value.items.length === 1 && value.items[0]!.is !== 'list'
          ? this.within(value.items[0]!)
          : value.items.map((item) => this.within(item));
      case 'object':
        return Object.fromEntries(value.keys.map(([key, each]) => [key, this.within(each)]));
    }
  }

  private literal(value: Value, type: GraphQLInputType): ValueNode {
    const bare = getNullableType(type);
    if (value.is === 'list' && isListType(bare)) {
      const items = value.items.map((item) =>
        this.write(item, { type: bare.ofType, defaulted: false, item: true }),
      );
      return value.bare && items.length === 1 && items[0]!.kind !== Kind.VARIABLE
        ? items[0]!
        : { kind: Kind.LIST, values: items };
    }
    if (value.is !== 'object' || !isInputObjectType(bare)) return this.constant(value, type);
    const fields = value.keys.map(([key, each]): ObjectFieldNode => {
      const field = bare.getFields()[key]!;
      return {
        kind: Kind.OBJECT_FIELD,
        name: name(key),
        value: this.write(each, { type: field.type, defaulted: field.defaultValue !== undefined }),
      };
    });
    return { kind: Kind.OBJECT, fields };
  }

  /** A literal without variables. */
  private constant(value: Value, type: GraphQLInputType): ConstValueNode {
    return constantOf(this.within(value), type);
  }

  private variable(
    type: string,
    defaultValue: ConstValueNode | undefined,
    json: unknown,
    given: boolean,
  ): ValueNode {
    const sign = JSON.stringify([type, defaultValue ?? null, given, json]);
    let known = this.shared.get(sign);
    if (!known) {
      known = `v${this.definitions.size + 1}`;
      this.shared.set(sign, known);
      if (given) this.given[known] = json;
      const variable = { kind: Kind.VARIABLE, name: name(known) } as const;
      this.definitions.set(known, {
        kind: Kind.VARIABLE_DEFINITION,
        variable,
        type: parseType(type),
        ...(defaultValue && { defaultValue }),
      });
    }
    return { kind: Kind.VARIABLE, name: name(known) };
  }
}

function constantOf(json: unknown, type: GraphQLInputType): ConstValueNode {
  const bare = getNullableType(type);
  if (json === null) return { kind: Kind.NULL };
  if (isListType(bare)) {
    if (!Array.isArray(json)) return constantOf(json, bare.ofType);
    return { kind: Kind.LIST, values: json.map((item) => constantOf(item, bare.ofType)) };
  }
  if (isInputObjectType(bare)) {
    const fields = Object.entries(json as object).map(([key, each]) => ({
      kind: Kind.OBJECT_FIELD,
      name: name(key),
      value: constantOf(each, bare.getFields()[key]!.type),
    }));
    return { kind: Kind.OBJECT, fields } as ConstValueNode;
  }
  // A JSON scalar: the same text, but keys have no quotation marks in GraphQL.
  if (typeof json === 'object')
    return parseConstValue(JSON.stringify(json).replace(/"(\w+)":/g, '$1:'));
  if (isEnumType(bare)) return { kind: Kind.ENUM, value: String(json) };
  if (typeof json === 'number' && !Number.isInteger(json)) return parseConstValue(String(json));
  return astFromValue(json, bare) as ConstValueNode;
}
