import { createClient } from '@claimgraph/sdk';

// The server calls the API by another address than the browser: `key` makes them one in the cache.
export const client = createClient({
  url: typeof window === 'undefined' ? process.env.API : '/api/graphql',
  key: 'claims',
});
