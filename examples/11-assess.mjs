// Assess a claim: its status and credibility change only with a rationale, and every assessment is
// kept. What the claim says, and how reliable its sources are, stays as it is.
//   node examples/11-assess.mjs [url]
import { AssessClaim, Claims } from '@claimgraph/sdk/operations';
import { client } from './client.mjs';

const { claims } = await client.execute(Claims, { filter: { text: 'air strikes hit' } });
const [claim] = claims.nodes;
console.log(claim.statement);
console.log(`before: ${claim.status}, credibility ${claim.credibility}`);

const { assessClaim } = await client.execute(AssessClaim, {
  claimId: claim.id,
  input: {
    status: 'DISPUTED',
    credibility: 'THREE',
    rationale: 'An example: two reports of the same day do not mention air strikes.',
  },
});
for (const { status, credibility, by, rationale } of assessClaim.claim.assessments)
  console.log(`${status}, credibility ${credibility}, by ${by}: ${rationale}`);
