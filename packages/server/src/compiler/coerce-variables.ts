import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';

/** What graphql-js makes of a value of a type. @throws where it is none of that type: graphql-js is then asked what to say of it. */
type Coerce = (value: unknown) => unknown;

type Values = Record<string, unknown>;

/**
 * Reads the variables of an operation as graphql-js does (GraphQL 2021, §6.1.2), which for a filter looks at each of its dozens of possible
 * keys several times.
 */
export function variablesOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (given: Values) => Values {
  const variables = variableDefinitions.map(({ variable, type: written, defaultValue }) => {
    const type = typeFromAST(schema, written as never) as GraphQLInputType;
    const otherwise = defaultValue && { value: valueFromAST(defaultValue, type) };
    return { name: variable.name.value, type, coerce: coerceOf(type), otherwise };
  });
  return (given) => {
    const read: Values = {};
    for (const { name, type, coerce, otherwise } of variables) {
      if (Object.hasOwn(given, name)) read[name] = coerce(given[name]);
      else if (otherwise) read[name] = otherwise.value;
      else if (isNonNullType(type)) throw wrong;
    }
    return read;
  };
}

const wrong = new TypeError('not of its type');

const known = new WeakMap<GraphQLInputType, Coerce>();

function coerceOf(type: GraphQLInputType): Coerce {
  let coerce = known.get(type);
  if (!coerce) {
    // Types may hold themselves.
    known.set(type, (value) => known.get(type)!(value));
    coerce = isNonNullType(type) ? notNull(coerceOf(type.ofType)) : orNull(type);
    known.set(type, coerce);
  }
  return coerce;
}

const notNull =
  (coerce: Coerce): Coerce =>
  (value) => {
    if (value == null) throw wrong;
    return coerce(value);
  };

function orNull(type: Exclude<GraphQLInputType, { ofType: never }>): Coerce {
  const coerce = isListType(type)
    ? listOf(coerceOf(type.ofType))
    : isInputObjectType(type)
      ? objectOf(type)
      : leafOf(type as never);
  return (value) => (value == null ? null : coerce(value));
}

const listOf =
  (each: Coerce): Coerce =>
  (value) =>
    Array.isArray(value)
      ? value.map((item) => each(item === undefined ? null : item))
      : [each(value)];

function leafOf(type: { parseValue(value: unknown): unknown }): Coerce {
  return (value) => {
    const parsed = type.parseValue(value);
    if (parsed === undefined) throw wrong;
    return parsed;
  };
}

/** Keys come in the order of the type, as in graphql-js, so that the same question has the same form however it is written. */
function objectOf(type: GraphQLInputObjectType): Coerce {
  if (type.isOneOf)
    return () => {
      throw wrong;
    };
  const fields = Object.values(type.getFields()).map(({ name, type: of, defaultValue }) => ({
    name,
    coerce: coerceOf(of),
    defaultValue,
    required: isNonNullType(of) && defaultValue === undefined,
  }));
  return (value) => {
    if (typeof value !== 'object' || Array.isArray(value)) throw wrong;
    const given = value as Values;
    const read: Values = {};
    let met = 0;
    for (const { name, coerce, defaultValue, required } of fields) {
      const each = given[name];
      if (each !== undefined) {
        met += 1;
        read[name] = coerce(each);
      } else if (defaultValue !== undefined) read[name] = defaultValue;
      else if (required) throw wrong;
    }
    if (met !== Object.keys(given).length) throw wrong;
    return read;
  };
}
