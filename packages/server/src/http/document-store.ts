import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, Kind, type ValidationRule } from 'graphql';
import { validationAbortedError } from 'graphql/validation/validationAbortedError.js';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Bounds of the cached documents, in characters. A parsed character takes about 100 bytes. */
export const documentBounds = { max: 1_000, maxSize: 400_000 };

/** Apollo's cache of parsed, validated documents. Apollo's default would hold over ten thousand. */
export function documentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>(documentBounds);
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => {
      documents.set(key, document, { size: document.loc?.source.body.length || 1 });
    },
    delete: async (key) => {
      documents.delete(key);
    },
  };
}

/** Validation follows chains of fragments by recursion, and the stack has an end. */
const maxFragments = 1_000;

/** Aborts the validation of a document with too many fragments, before any rule follows them. */
export const limitFragments: ValidationRule = () => ({
  Document: ({ definitions }) => {
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    if (fragments.length > maxFragments) throw validationAbortedError;
  },
});
