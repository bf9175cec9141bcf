const { createClient } = require('@claimgraph/sdk');
const { ClaimById, Claims } = require('@claimgraph/sdk/operations');
const { mockClient } = require('@claimgraph/sdk/testing');
const { titleOf } = require('./titles.cjs');

const id = 'clm_01900000-0000-7000-8000-000000000000';

test('a mock answers', async () => {
  const client = mockClient()
    .on(ClaimById)
    .answer({ claim: { report: { title: 'A bridge' } } });
  expect(await titleOf(client, id)).toBe('A bridge');
  expect(client.calls).toEqual([{ name: 'ClaimById', variables: { id }, options: undefined }]);
});

test('a server answers', async () => {
  const client = createClient({ url: process.env.API });
  const { claims } = await client.execute(Claims, { first: 1 });
  expect(await titleOf(client, claims.nodes[0].id)).toBe(claims.nodes[0].report.title);
  expect(await titleOf(client, id)).toBe('notFound');
});
