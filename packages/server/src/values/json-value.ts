import { GraphQLScalarType } from 'graphql';

/** A value that has no type of its own in the schema, as PostgreSQL writes it. */
export const JsonValue = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value: a text, a number, true or false, an object or a list.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  extensions: { storedAs: 'jsonb' },
  serialize: (value) => value,
});
