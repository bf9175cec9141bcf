import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
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
