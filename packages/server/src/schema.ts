import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  lexicographicSortSchema,
  printSchema,
  printType,
} from 'graphql';
import { buildSchema, getMetadataStorage, type ResolverData } from 'type-graphql';
import { resolvers } from './domains.ts';
import { RefInput } from './records/ref.inputs.ts';
import { DateTime } from './values/scalars.ts';
import { argumentsClass, hasRules, validateArgument } from './values/validate.ts';

/** Builds the executable schema from the decorated classes. */
export async function schemaOf(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validateFn: validateArgument,
    // Apollo checks it, too.
    skipCheck: true,
  });
  bypassArgumentClasses(schema);
  completeInputs(schema);
  schema.getQueryType()!.description =
    'Everything that can be read. Each field is answered from a single state of the ledger.';
  schema.getMutationType()!.description =
    'Everything that can be written. Each field is one write, which succeeds or fails as a ' +
    'whole, is logged and appears in the history.';
  return schema;
}

/**
 * The schema in the definition language: the file that is committed and reviewed. It is sorted, but
 * the values of an enum keep the order in which they are declared, such as ONE to SIX.
 */
export function schemaText(schema: GraphQLSchema): string {
  const sorted = lexicographicSortSchema(schema);
  const enums = Object.values(sorted.getTypeMap()).filter(isEnumType);
  return enums.reduce(
    (text, type) => text.replace(printType(type), () => printType(schema.getType(type.name)!)),
    `${printSchema(sorted)}\n`,
  );
}

/** Completes the input types by what type-graphql cannot express. */
function completeInputs(schema: GraphQLSchema): void {
  for (const { name, target } of getMetadataStorage().inputTypes) {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) continue;
    if (target.prototype instanceof RefInput) type.isOneOf = true;
    // type-graphql forgets that a field is deprecated in the classes that extend its class.
    const parent = getMetadataStorage().inputTypes.find(
      (each) => each.target === Object.getPrototypeOf(target),
    );
    const parentType = parent && schema.getType(parent.name);
    if (!isInputObjectType(parentType)) continue;
    for (const [name, { deprecationReason }] of Object.entries(parentType.getFields())) {
      const field = type.getFields()[name];
      if (field) field.deprecationReason ??= deprecationReason;
    }
  }
}

type Method = (...parameters: unknown[]) => unknown;

/**
 * Replaces type-graphql's resolvers of root query fields by ones that pass on the arguments as
 * graphql-js coerced them. type-graphql would make an instance of each argument class, which for a
 * filter costs as much as compiling it, and nothing reads the instances: the compiler coerces and
 * checks the arguments of all query fields itself, and learns here which class has rules for them.
 */
function bypassArgumentClasses(schema: GraphQLSchema): void {
  const fields = schema.getQueryType()!.getFields();
  for (const query of getMetadataStorage().queries) {
    const { schemaName, methodName, target, params = [], roles, middlewares } = query;
    const resolverClass = resolvers.find((each) => each === target);
    if (!resolverClass || roles || middlewares?.length) continue;
    // The methods are known by name only, from the decorators.
    const instance = new resolverClass() as unknown as Record<string, Method>;
    const readers = [...params].sort((a, b) => a.index - b.index).map(parameterReader);
    const resolve: GraphQLFieldResolver<unknown, object> = (root, args, context, info) =>
      instance[methodName]!(...readers.map((read) => read({ root, args, context, info })));
    const spread = params.find((param) => param.kind === 'args')?.getType() as Function | undefined;
    const extensions = {
      ...fields[schemaName]!.extensions,
      ...(spread && hasRules(spread) && { [argumentsClass]: spread }),
    };
    Object.assign(fields[schemaName]!, { resolve, extensions });
  }
}

type Params = NonNullable<ReturnType<typeof getMetadataStorage>['queries'][number]['params']>;
type ParameterReader = (data: ResolverData) => unknown;

/** Reads the value of a resolver method's parameter. */
function parameterReader(param: Params[number]): ParameterReader {
  switch (param.kind) {
    case 'args':
      return ({ args }) => args;
    case 'arg':
      return ({ args }) => args[param.name];
    case 'custom':
      return param.resolver;
    default:
      throw new Error(
        `A query method cannot take a parameter of kind ${param.kind}. Use @Arg, @Args or @Read.`,
      );
  }
}
