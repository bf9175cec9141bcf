import { expect, test } from '@jest/globals';
import { ClaimById, Claims, CountClaims } from './generated/operations.ts';
import { graphql } from './graphql.ts';
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
  const { data, errors } = await mockClient().result(CountClaims);
  expect([data, errors?.[0]]).toMatchObject([null, { kind: 'badInput', operation: 'CountClaims' }]);
});

test('a mock client answers errors beside the data', async () => {
  const client = mockClient()
    .on(ClaimById)
    .answer({ claim: null }, [{ message: 'None.', extensions: { code: 'NOT_FOUND' } }]);
  const { data, errors } = await client.result(ClaimById, { id: 'clm_1' });
  expect([data, errors?.[0].kind]).toEqual([{ claim: null }, 'notFound']);
});

test('a mock client distinguishes operations without a name, or with the same name', async () => {
  const counts = graphql('{ claims { totalCount } }');
  const titles = graphql('{ reports { totalCount } }');
  const named = graphql('query CountClaims { claims { totalCount } }');
  const client = mockClient()
    .on(counts)
    .answer({ claims: { totalCount: 1 } })
    .on(titles)
    .answer({ reports: { totalCount: 2 } })
    .on(named)
    .answer({ claims: { totalCount: 3 } })
    .on(CountClaims)
    .answer({ claims: { totalCount: 4 } });
  expect([
    await client.execute(counts),
    await client.execute(titles),
    await client.execute(named),
    await client.execute(CountClaims),
  ]).toEqual([
    { claims: { totalCount: 1 } },
    { reports: { totalCount: 2 } },
    { claims: { totalCount: 3 } },
    { claims: { totalCount: 4 } },
  ]);
});

test('a mock client records variables as they were at the call', async () => {
  const client = mockClient()
    .on(CountClaims)
    .answer({ claims: { totalCount: 0 } });
  const filter = { text: 'before' };
  await client.execute(CountClaims, { filter });
  filter.text = 'after';
  expect(client.calls[0]!.variables).toEqual({ filter: { text: 'before' } });
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
