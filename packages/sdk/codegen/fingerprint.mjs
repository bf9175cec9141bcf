import { createHash } from 'node:crypto';
import { membersOf } from './coordinates.mjs';
import { doc, head } from './documents.mjs';

/**
 * A plugin for GraphQL Code Generator. It writes the fingerprint of the schema, which the server
 * computes in the same way (`schema-fingerprint.ts`).
 */
export const plugin = (schema) => ({
  prepend: [head],
  content:
    doc('The fingerprint of the schema that this SDK was generated from.') +
    `export const fingerprint = '${fingerprintOf(membersOf(schema))}';`,
});

const fingerprintOf = (members) =>
  createHash('sha256').update(JSON.stringify(members)).digest('hex').slice(0, 16);
