import { operationsOf } from './documents.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes the manifest of trusted operations in Apollo's
 * format:
 * https://www.apollographql.com/docs/graphos/platform/security/persisted-queries#manifest-format.
 * An id is the SHA-256 of the body.
 */
export const plugin = (schema, documents) => {
  const operations = operationsOf(schema, documents).map(({ hash, name, kind, text }) => ({
    id: hash,
    name,
    type: kind,
    body: text,
  }));
  return JSON.stringify(
    { format: 'apollo-persisted-query-manifest', version: 1, operations },
    null,
    2,
  );
};
