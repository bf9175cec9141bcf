// Link two claims: one gives a figure for what the other says in words. `sharedOrigin: 'YES'` says
// that both come from one speaker, so that they do not count as two origins.
//   node examples/12-link.mjs [url]
import { Claims, LinkClaims } from '@claimgraph/sdk/operations';
import { client } from './client.mjs';

const { execute } = client;
const find = async (text) => (await execute(Claims, { filter: { text } })).claims.nodes[0];
const words = await find('leaving the Yarmouk basin');
const figure = await find('six thousand people');

const input = /** @type {const} */ ({
  fromId: figure.id,
  toId: words.id,
  kind: 'REFINES',
  sharedOrigin: 'YES',
  rationale: 'The same officer gives a figure for the flight from the basin.',
});
const { linkClaims } = await execute(LinkClaims, { input }, { idempotencyKey: 'example-12' });
const { from, kind, to, sharedOrigin } = linkClaims.link;
console.log(`${from.statement}\n  ${kind} (shared origin: ${sharedOrigin})\n${to.statement}`);
