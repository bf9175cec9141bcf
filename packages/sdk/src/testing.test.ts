import { expect, test } from '@jest/globals';
import { ClaimById, Claims, CountClaims } from './generated/operations.ts';
import { paginate, SdkError } from './index.ts';
import { mockClient } from './testing.ts';

test('a mock client returns prepared answers and records its calls', async () => {
  const client = mockClient()
    .on(ClaimById)
    .answer(({ id }) => ({ claim: { id, kind: 'CLASH' } }))
    .on(CountClaims)
    .answer({ claims: { totalCount: 3 } });
  expect(await client.execute(ClaimById, { id: 'clm_1' })).toEqual({
    claim: { id: 'clm_1', kind: 'CLASH' },
  });
  expect((await client.result(CountClaims)).data).toEqual({ claims: { totalCount: 3 } });
  client.on(CountClaims).answer({ claims: { totalCount: 4 } });
  expect(await client.execute(CountClaims, {}, { idempotencyKey: 'k' })).toEqual({
    claims: { totalCount: 4 },
  });
  expect(client.calls.map(({ name, variables, options }) => [name, variables, options])).toEqual([
    ['ClaimById', { id: 'clm_1' }, undefined],
    ['CountClaims', {}, undefined],
    ['CountClaims', {}, { idempotencyKey: 'k' }],
  ]);
});

test('a mock client fails as prepared', async () => {
  const client = mockClient()
    .on(ClaimById)
    .answer(() => {
      throw new SdkError('notFound', 'There is none.');
    });
  await expect(client.execute(ClaimById, { id: 'clm_1' })).rejects.toMatchObject({
    kind: 'notFound',
    message: 'There is none.',
  });
});

test('a mock client refuses an operation without an answer', async () => {
  await expect(mockClient().execute(CountClaims)).rejects.toThrow('client.on(CountClaims).answer');
});

test('a mock client can be paginated', async () => {
  const client = mockClient()
    .on(Claims)
    .answer(({ after }) => ({
      claims: {
        nodes: [{ statement: after ? 'b' : 'a' }],
        pageInfo: { hasNextPage: !after, endCursor: 'x' },
      },
    }));
  const statements: string[] = [];
  for await (const { statement } of paginate(client, Claims, ({ claims }) => claims))
    statements.push(statement);
  expect(statements).toEqual(['a', 'b']);
});
