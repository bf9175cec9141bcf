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
import { Language } from '../../values/scalars.ts';

/**
 * The committed schema, which is what clients read: the reference knows the API by nothing else. `search` is left out: to find without SQL
 * would be to write the rules of names a second time. `names/` tests them pair by pair, and what is read of a hit is read as of any record.
 */
const published = visit(
  parse(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8')),
  {
    FieldDefinition: ({ name }) => (name.value === 'search' ? null : undefined),
    ObjectTypeDefinition: {
      leave: ({ name }) => (name.value.startsWith('SearchHit') ? null : undefined),
    },
  },
);

export const publishedSchema: GraphQLSchema = buildASTSchema(published);

/** Root fields that may not be null: an error in one takes the whole data with it. */
export const fatalRoots: ReadonlySet<string> = new Set(
  Object.values(publishedSchema.getQueryType()!.getFields())
    .filter(({ type }) => String(type).endsWith('!'))
    .map(({ name }) => name),
);

const named = (type: TypeNode): TypeNode => {
  if (type.kind !== Kind.NAMED_TYPE) return { ...type, type: named(type.type) } as TypeNode;
  return type.name.value === 'Float' ? { ...type, name: { ...type.name, value: 'Decimal' } } : type;
};

/**
 * The same schema for graphql-js to execute: decimals are answered as they are written in the database, and every root may be null,
 * so that each of several roots that fail is heard.
 */
export function executableSchema(): GraphQLSchema {
  const document = visit(published, {
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
    FieldDefinition: (field) => ({ ...field, type: named(field.type) }),
  });
  const decimal = {
    kind: Kind.SCALAR_TYPE_DEFINITION,
    name: { kind: Kind.NAME, value: 'Decimal' },
  } as const;
  const schema = buildASTSchema({ ...document, definitions: [...document.definitions, decimal] });
  const language = schema.getType('Language') as GraphQLScalarType;
  language.parseValue = Language.parseValue.bind(Language);
  language.parseLiteral = Language.parseLiteral.bind(Language);
  return schema;
}
