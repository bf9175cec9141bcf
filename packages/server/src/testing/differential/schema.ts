import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  type GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  parse,
  type TypeNode,
  visit,
} from 'graphql';
import { GeoJson } from '../../values/geojson.ts';
import { DateTime, Language } from '../../values/scalars.ts';

/**
 * The committed schema, from which alone the reference knows the API. `search` is left out, because
 * the reference would need a second implementation of the name rules. `names/` tests those pair by
 * pair. So are `viewer`, grants and readings, which are not in the ledger.
 */
const leftOut: readonly string[] = [
  ...['search', 'viewer', 'identityGrants', 'identityReadings'],
  // They write, and return a grant.
  ...['grantIdentity', 'revokeIdentityGrant'],
];

const committedSdl = visit(
  parse(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8')),
  {
    FieldDefinition: ({ name }) => (leftOut.includes(name.value) ? null : undefined),
    ObjectTypeDefinition: {
      leave: ({ name }) =>
        /^(SearchHit|Viewer$|Identity(Grant|Reading))/.test(name.value) ? null : undefined,
    },
  },
);

export const publishedSchema: GraphQLSchema = buildASTSchema(committedSdl);

/** Root fields that cannot be null. An error in one of them removes all data. */
export const fatalRoots: ReadonlySet<string> = new Set(
  Object.values(publishedSchema.getQueryType()!.getFields())
    .filter(({ type }) => String(type).endsWith('!'))
    .map(({ name }) => name),
);

const withDecimals = (type: TypeNode): TypeNode => {
  if (type.kind !== Kind.NAMED_TYPE) return { ...type, type: withDecimals(type.type) } as TypeNode;
  return type.name.value === 'Float' ? { ...type, name: { ...type.name, value: 'Decimal' } } : type;
};

/** Makes the reference refuse what the server refuses. It goes on to read the value as written. */
function refuseInvalid(schema: GraphQLSchema, scalar: GraphQLScalarType): void {
  const reference = schema.getType(scalar.name) as GraphQLScalarType;
  const { parseValue, parseLiteral } = reference;
  reference.parseValue = (value) => scalar.parseValue(value) && parseValue(value);
  reference.parseLiteral = (node, variables) =>
    scalar.parseLiteral(node, variables) && parseLiteral(node, variables);
}

/**
 * The schema that graphql-js executes. Decimals are returned as the database writes them. Every
 * root field may be null, so that the errors of all roots are collected.
 */
export function executableSchema(): GraphQLSchema {
  const document = visit(committedSdl, {
    ObjectTypeDefinition: (type) =>
      type.name.value === 'Query'
        ? {
            ...type,
            fields: type.fields!.map((field) => ({
              ...field,
              type: field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type,
            })),
          }
        : undefined,
    FieldDefinition: (field) => ({ ...field, type: withDecimals(field.type) }),
  });
  const decimal = {
    kind: Kind.SCALAR_TYPE_DEFINITION,
    name: { kind: Kind.NAME, value: 'Decimal' },
  } as const;
  const schema = buildASTSchema({ ...document, definitions: [...document.definitions, decimal] });
  const language = schema.getType('Language') as GraphQLScalarType;
  language.parseValue = Language.parseValue.bind(Language);
  language.parseLiteral = Language.parseLiteral.bind(Language);
  for (const scalar of [DateTime, GeoJson]) refuseInvalid(schema, scalar);
  return schema;
}
