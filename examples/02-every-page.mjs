// Pages through everything: what each outlet passed on, and by whose word.
//
//   node examples/02-every-page.mjs [url]

import { createClient, paginate } from '@claimgraph/sdk';
import { Claims } from '@claimgraph/sdk/operations';

const [url = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000/graphql'] = process.argv.slice(2);
const client = createClient({ url });

/** @type {Map<string, number>} */
const counts = new Map();
let claims = 0;

// Asked for page by page, as the loop goes on; a list of any length needs no more memory than one page.
for await (const { attributions } of paginate(client, Claims, (data) => data.claims, {
  first: 10,
})) {
  claims += 1;
  for (const { chain } of attributions) {
    const way = chain.map(({ source }) => source.name).join(' → ');
    counts.set(way, (counts.get(way) ?? 0) + 1);
  }
}

console.log(`${claims} claims`);
for (const [way, count] of [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)))
  console.log(`${String(count).padStart(4)}  ${way}`);
