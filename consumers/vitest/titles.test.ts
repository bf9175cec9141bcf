import { createClient, SdkError } from '@claimgraph/sdk';
import { ClaimById, type ClaimId, Claims } from '@claimgraph/sdk/operations';
import { mockClient } from '@claimgraph/sdk/testing';
import { expect, test } from 'vitest';

const id: ClaimId = 'clm_01900000-0000-7000-8000-000000000000';

test('a mock answers', async () => {
  const client = mockClient()
    .on(ClaimById)
    .answer({ claim: { statement: 'A bridge was hit.' } });
  expect((await client.execute(ClaimById, { id })).claim?.statement).toBe('A bridge was hit.');
});

test('a server answers', async () => {
  const client = createClient({ url: process.env.API! });
  const { claims } = await client.execute(Claims, { first: 1 });
  expect(claims.nodes).toHaveLength(1);
  await expect(client.execute(ClaimById, { id })).rejects.toThrow(SdkError);
});
