import { printSchema } from 'graphql';

/** A plugin for GraphQL Code Generator. It copies the schema, for tools in a user's project. */
export const plugin = (schema) => `${printSchema(schema)}\n`;
