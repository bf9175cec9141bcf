// Watch a ledger: print each new claim as it is recorded. You see how to poll, how to leave a list
// early, and how to cancel requests with an AbortSignal. Control-C ends it.
//
//   node examples/05-watch.mjs [url] [--every seconds]

import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient, paginate, SdkError } from '@claimgraph/sdk';
import { formatChain } from '@claimgraph/sdk/format';
import { Claims } from '@claimgraph/sdk/operations';
import { headers } from './headers.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '5' } },
});
const url = positionals[0] ?? 'http://localhost:4000/graphql';
const client = createClient({ url, headers });
const controller = new AbortController();
const { signal } = controller;
process.once('SIGINT', () => controller.abort());

/** The latest claim first, by the time at which it was recorded. */
const orderBy = /** @type {const} */ ({ by: 'RECORDED', direction: 'DESC' });
const seenIds = new Set();

/** The claims that were recorded since the last call, oldest first. */
async function newClaims() {
  const claims = [];
  const variables = { orderBy, first: 20 };
  for await (const claim of paginate(client, Claims, (data) => data.claims, variables, {
    signal,
  })) {
    // From the first known claim on, all are known. Ids themselves are no guide to the order: an
    // imported claim may have an id that sorts before all others.
    if (seenIds.has(claim.id)) break;
    claims.unshift(claim);
  }
  for (const { id } of claims) seenIds.add(id);
  return claims;
}

try {
  // Several known claims, because the latest one may be withdrawn and leave the list.
  const { claims } = await client.execute(Claims, { orderBy, first: 100 }, { signal });
  for (const { id } of claims.nodes) seenIds.add(id);
  console.log('Watching. Press Control-C to stop.');
  for (;;) {
    await setTimeout(Number(values.every) * 1_000, undefined, { signal });
    for (const { statement, attributions } of await newClaims()) {
      const speakers = attributions.map(({ chain }) => formatChain(chain)).join('; ');
      console.log(`${speakers}: ${statement}`);
    }
  }
} catch (error) {
  if (signal.aborted) console.log('Stopped.');
  else throw error instanceof SdkError ? error.message : error;
}
