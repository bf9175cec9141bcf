// Read a list of any length with one loop. This one counts the claims that each outlet passed on,
// by the chain of speakers.
//
//   node examples/02-every-page.mjs [url]

import { createClient, paginate } from '@claimgraph/sdk';
import { formatChain } from '@claimgraph/sdk/format';
import { Claims } from '@claimgraph/sdk/operations';
import { headers } from './headers.mjs';

const url = process.argv[2] ?? 'http://localhost:4000/graphql';
const client = createClient({ url, headers });

/** @type {Map<string, number>} */
const counts = new Map();
let total = 0;

// The next page is requested when the loop needs it, so memory holds one page at a time.
for await (const claim of paginate(client, Claims, (data) => data.claims, { first: 10 })) {
  total += 1;
  for (const { chain } of claim.attributions) {
    const speakers = formatChain(chain);
    counts.set(speakers, (counts.get(speakers) ?? 0) + 1);
  }
}

console.log(`${total} claims`);
const byCount = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
for (const [speakers, count] of byCount) console.log(`${String(count).padStart(4)}  ${speakers}`);
