// Correct a claim, say why, and show what its history has of it. `expectedVersion` makes sure that
// you do not overwrite a change that you have not seen.
//   node examples/10-correct.mjs [url]
import { Claims, RecordHistory, UpdateClaim } from '@claimgraph/sdk/operations';
import { client } from './client.mjs';

const { claims } = await client.execute(Claims, { filter: { text: 'six thousand people' } });
const [{ id, version }] = claims.nodes;

await client.execute(UpdateClaim, {
  id,
  expectedVersion: version,
  input: {
    statement: 'At least six thousand people have left the Yarmouk basin and another area.',
  },
  rationale: 'Shorter. The figure stays open above.',
});

const { node } = await client.execute(RecordHistory, { id, first: 1 });
if (node?.__typename === 'Claim')
  for (const { change, by, rationale, diff } of node.history.nodes) {
    console.log(`${change} by ${by}: ${rationale}`);
    for (const { path, before, after } of diff) console.log(path.join('.'), { before, after });
  }
