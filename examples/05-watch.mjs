// Watches a ledger: prints each claim that is written down from now on. It asks every few seconds; Control-C ends it.
//
//   node examples/05-watch.mjs [url] [--every seconds]

import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient, paginate, SdkError } from '@claimgraph/sdk';
import { Claims } from '@claimgraph/sdk/operations';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '5' } },
});
const [url = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000/graphql'] = positionals;
const every = Number(values.every) * 1_000;
const client = createClient({ url });

const ended = new AbortController();
process.once('SIGINT', () => ended.abort());
const { signal } = ended;

/** The claims written down since one that is known, the oldest first. Ids sort by the time they were made. */
async function since(known) {
  const found = [];
  const newest = paginate(
    client,
    Claims,
    ({ claims }) => claims,
    { orderBy: { by: 'RECORDED' }, first: 20 },
    { signal },
  );
  for await (const claim of newest) {
    if (claim.id <= known) break;
    found.unshift(claim);
  }
  return found;
}

try {
  const { claims } = await client.execute(
    Claims,
    { orderBy: { by: 'RECORDED' }, first: 1 },
    { signal },
  );
  let known = claims.nodes[0]?.id ?? '';
  console.log('Watching. Control-C ends it.');
  for (;;) {
    await setTimeout(every, undefined, { signal });
    for (const { id, statement, attributions } of await since(known)) {
      known = id;
      console.log(
        `${attributions[0]?.chain.map(({ source }) => source.name).join(' → ')}: ${statement}`,
      );
    }
  }
} catch (error) {
  if (!signal.aborted) throw error instanceof SdkError ? error.message : error;
  console.log('Done.');
}
