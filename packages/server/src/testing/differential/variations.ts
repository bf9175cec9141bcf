import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
} from 'graphql';
import type { Operation } from './model.ts';
import type { Pools } from './pools.ts';

/**
 * The same document with other variables. What the server caches for a document (selection trees,
 * plans, prepared statements) must not depend on the values of the first request.
 */
export class Variations {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly pools: Pools,
  ) {}

  of(operation: Operation, document: DocumentNode): Operation {
    const definitions = document.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : [],
    );
    const variables = { ...operation.variables };
    for (const { variable, type } of definitions) {
      const name = variable.name.value;
      const known = typeFromAST(this.schema, type as never) as GraphQLInputType;
      if (name in variables) variables[name] = this.other(known, variables[name]);
    }
    return { ...operation, variables };
  }

  private other(type: GraphQLInputType, json: unknown): unknown {
    const bare = getNullableType(type);
    if (json === null) return null;
    if (Array.isArray(json) && isListType(bare))
      return json.length > 1 ? json.slice(1) : json.map((item) => this.other(bare.ofType, item));
    if (isListType(bare)) return this.other(bare.ofType, json);
    if (isEnumType(bare)) {
      const names = bare.getValues().map(({ name }) => name);
      return names[(names.indexOf(String(json)) + 1) % names.length];
    }
    if (isInputObjectType(bare) && typeof json === 'object') {
      const [key, ...rest] = Object.keys(json as object);
      const field = key === undefined ? undefined : bare.getFields()[key];
      if (!field) return json;
      const whole = json as Record<string, unknown>;
      // A missing key changes the statement. Another value changes only a parameter.
      if (rest.length > 0 && !isNonNullType(field.type) && rest.length % 2 === 0)
        return Object.fromEntries(rest.map((each) => [each, whole[each]]));
      return { ...whole, [key!]: this.other(field.type, whole[key!]) };
    }
    if (typeof json === 'boolean') return !json;
    if (typeof json === 'number')
      return Number.isInteger(json) && json > 0 && json < 100 ? (json % 5) + 1 : json;
    return this.text(String(json), isNonNullType(type));
  }

  /** Another id of the same type. For other texts null, if that is allowed. */
  private text(text: string, needed: boolean): string | null {
    const ids = Object.values(this.pools.ids).find((each) => each.includes(text));
    if (ids) return ids[(ids.indexOf(text) + 1) % ids.length]!;
    return needed ? text : null;
  }
}
