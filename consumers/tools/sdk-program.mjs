import { createClient, paginate } from '@claimgraph/sdk';
import { ClaimCard, graphql } from '@claimgraph/sdk/graphql';
import { ClaimById, Claims, CountClaims, CreateSource } from '@claimgraph/sdk/operations';

/** Uses the SDK as programs do: reads, pages, writes, fails. Returns what it saw, in one line. */
export async function runProgram(url) {
  const client = createClient({ url });
  const { claims } = await client.execute(CountClaims);

  let paged = 0;
  for await (const { statement } of paginate(client, Claims, (data) => data.claims, { first: 10 }))
    if (statement) paged += 1;

  const Newest = graphql('{ claims(first: 1) { nodes { ...ClaimCard } } }', [ClaimCard]);
  const newest = await client.execute(Newest);

  const input = { kind: 'PERSON', names: [{ text: 'A neighbour', kind: 'PRIMARY' }] };
  const idempotencyKey = crypto.randomUUID();
  const write = () => client.execute(CreateSource, { input }, { idempotencyKey });
  const [first, repeated] = [await write(), await write()];

  const id = 'clm_01900000-0000-7000-8000-000000000000';
  const absent = await client.result(ClaimById, { id });
  const controller = new AbortController();
  const stopped = client.result(CountClaims, {}, { signal: controller.signal });
  controller.abort();

  return [
    claims.totalCount,
    paged,
    typeof newest.claims.nodes[0].statement === 'string',
    first.createSource.source.id === repeated.createSource.source.id,
    absent.errors[0].kind,
    (await stopped).errors[0].kind,
  ].join(' ');
}
