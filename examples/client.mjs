// A client that may write. Its key is in CLAIMGRAPH_KEY, or the admin key that `npm start`
// puts into .claimgraph/. Without one, requests are anonymous.
import { existsSync, readFileSync } from 'node:fs';
import { createClient } from '@claimgraph/sdk';

const file = new URL('../.claimgraph/admin-key', import.meta.url);
const stored = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
const key = process.env.CLAIMGRAPH_KEY ?? stored;

export const client = createClient({
  url: process.argv[2] ?? 'http://localhost:4000/graphql',
  headers: key ? { authorization: `Bearer ${key}` } : {},
});
