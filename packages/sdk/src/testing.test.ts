import { expect, test } from '@jest/globals';
import { ClaimById, Claims, CountClaims } from './generated/operations.ts';
import { paginate, SdkError } from './index.ts';
import { mockClient } from './testing.ts';

test('a mock answers what it is told to, and notes what it was asked', async () => {
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

test('a mock fails as it is told to', async () => {
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

test('a mock refuses what it was not told about', async () => {
  await expect(mockClient().execute(CountClaims)).rejects.toThrow('client.on(CountClaims).answer');
});

test('a mock has pages', async () => {
  const client = mockClient()
    .on(Claims)
    .answer(({ after }) => ({
      claims: {
        nodes: [{ statement: after ? 'b' : 'a' }],
        pageInfo: { hasNextPage: !after, endCursor: 'x' },
      },
    }));
  const said: string[] = [];
  for await (const { statement } of paginate(client, Claims, ({ claims }) => claims))
    said.push(statement);
  expect(said).toEqual(['a', 'b']);
});
