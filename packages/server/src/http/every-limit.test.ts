import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GuardedApi, startGuardedApi, withKey } from '../access/access.testing.ts';
import type { Answer } from '../testing/api.ts';
import { type LimitName, limits } from '../values/limits.ts';

let api: GuardedApi;
beforeAll(async () => {
  api = await startGuardedApi();
});
afterAll(() => api.stop());

const repeat = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');

/** A request that exceeds a limit: an operation, and how the sender sends it. */
interface Excess {
  query: string;
  variables?: Record<string, unknown>;
  role?: 'READER' | 'ADMIN';
  /** The value that the error names; by default one more than the limit. */
  value?: number;
}

const claims = (filter: unknown): Excess => ({
  query: 'query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }',
  variables: { filter },
});
const sized = (field: string, first: number): Excess => ({
  query: `query ($first: Int!) { ${field} }`,
  variables: { first },
});
const beyond = (name: LimitName) => limits[name].max + 1;
const kinds = (count: number) => ({ kind: Array(count).fill('CLASH') });
const nested = (depth: number): object =>
  depth === 0 ? { aggregate: true } : { not: nested(depth - 1) };
/** The same with lists of one item, which may be given as the item. */
const singly = (depth: number): object =>
  depth === 0 ? { aggregate: true } : { or: singly(depth - 1) };
/** So many conditions, with the `and`. */
const conditions = (count: number) => ({ and: Array(count - 1).fill({ aggregate: true }) });
/** Few fields, each of them for every type of record. */
const revisions = repeat(
  30,
  (i) => `h${i}: history(first: 1) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { action at by change diff { __typename } rationale recordType version }
  }`,
);
const padded = (bytes: number, role: Excess['role']): Excess => {
  const query = '{ viewer { name } }';
  const length = JSON.stringify({ query, variables: {} }).length;
  return { query: query + ' '.repeat(bytes - length), role, value: bytes };
};

/** A limit without a request that exceeds it fails here. */
const excesses: Record<LimitName, Excess> = {
  tokens: { query: `{ ${'__typename '.repeat(beyond('tokens') - 2)} }` },
  depth: { query: `{ reports { nodes { ${'reprintOf { '.repeat(10)}id${' }'.repeat(10)} } } }` },
  fields: {
    query: `{ ${repeat(beyond('fields'), () => '...A')} } fragment A on Query { __typename }`,
  },
  aliases: { query: `{ ${repeat(beyond('aliases'), (i) => `a${i}: __typename`)} }` },
  directives: {
    query: `{ ${repeat(beyond('directives'), () => '__typename @include(if: true)')} }`,
  },
  introspectionDepth: {
    query: `{ __type(name: "Claim") { fields { type {
      ${'ofType { '.repeat(17)}name${' }'.repeat(17)} } } } }`,
  },
  introspectionFields: {
    query: `{ __schema { ${repeat(250, () => '...A')} } }
      fragment A on __Schema { queryType { name } }`,
  },
  typedFields: {
    query: `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) { ${revisions} } }`,
    variables: { id: { system: 'desk', value: '1' } },
  },
  filterDepth: claims(nested(beyond('filterDepth'))),
  filterConditions: claims(conditions(beyond('filterConditions'))),
  listItems: claims(kinds(beyond('listItems'))),
  pageSize: sized('claims(first: $first) { totalCount }', beyond('pageSize')),
  buckets: sized('claimStats(first: $first) { total }', beyond('buckets')),
  marks: sized('claimMarks(first: $first) { total }', beyond('marks')),
  readerBody: padded(beyond('readerBody'), 'READER'),
  writerBody: padded(beyond('writerBody'), 'ADMIN'),
};

const names = Object.keys(limits) as LimitName[];

const send = ({ query, variables, role = 'ADMIN' }: Excess): Promise<Answer> =>
  api.ask(query, variables, withKey(api.keys[role]));

function expectRefusal({ status, errors = [] }: Answer, name: LimitName, value = beyond(name)) {
  expect(status).toBeLessThan(500);
  const { max, advice } = limits[name];
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining(advice),
      extensions: {
        code: expect.stringMatching(/^(QUERY_TOO_COMPLEX|BAD_USER_INPUT)$/),
        limit: { name, max, value },
      },
    },
  ]);
}

describe('a request that exceeds a limit is refused with the limit and the value', () => {
  test.each(names)('%s', async (name) => {
    const excess = excesses[name];
    // The keys are read.
    await send({ query: '{ viewer { name } }' });
    const sent = await api.statements(async () => {
      // The second comes by the fast path, as far as that takes it.
      for (const _again of [1, 2]) expectRefusal(await send(excess), name, excess.value);
    });
    expect(sent.filter((text) => !text.includes('api_key'))).toEqual([]);
  });

  test.each(['readerBody', 'writerBody'] as const)(
    '%s, for a body that does not say its length',
    async (name) => {
      const { query, role = 'ADMIN' } = excesses[name];
      expectRefusal(await sendInChunks({ query, variables: {} }, withKey(api.keys[role])), name);
    },
  );

  test('an export', async () => {
    for (const name of ['filterDepth', 'filterConditions', 'listItems'] as const) {
      const filter = encodeURIComponent(JSON.stringify(excesses[name].variables?.filter));
      const answer = await api.get(`/export/csv?filter=${filter}`, api.keys.READER);
      const { errors } = (await answer.json()) as Pick<Answer, 'errors'>;
      expectRefusal({ status: answer.status, data: undefined, errors }, name);
    }
  });
});

function sendInChunks(body: object, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      api.url,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        agent: new Agent(),
      },
      async (response) => {
        let text = '';
        for await (const part of response.setEncoding('utf8')) text += part;
        resolve({ status: response.statusCode ?? 0, ...JSON.parse(text) });
      },
    );
    sent.on('error', reject);
    sent.write(JSON.stringify(body));
    sent.end();
  });
}

const inputs = (fields: object) => ({ kind: 'ARTICLE', title: 'Second', ...fields });
const report = (selection: string, types = '', variables: object = {}): Excess => ({
  query: `mutation ($input: CreateReportInput!${types}) {
    first: createReport(input: { kind: ARTICLE, title: "First" }) { report { id } }
    ...Second
  }
  fragment Second on Mutation { second: createReport(input: $input) { report { ${selection} } } }`,
  variables: { input: inputs({}), ...variables },
});
const ofClaims = (filter: object) =>
  report('claims(filter: $f) { totalCount }', ', $f: ClaimFilter', { f: filter });
const createFaction = (first: string, variables = '') => `
  mutation${variables} {
    first: createReport(input: { kind: ARTICLE, title: "First" }) { report { id } }
    createFaction(input: { kind: MILITIA, names: [{ text: "Fourth Division", kind: PRIMARY }] }) {
      faction { claimStats(first: ${first}) { total } }
    }
  }`;

/** The second field of each exceeds a limit. */
const mutations: [what: string, name: LimitName, excess: Excess][] = [
  [
    'a page in a variable',
    'pageSize',
    report('claims(first: $n) { totalCount }', ', $n: Int', { n: 101 }),
  ],
  ['a page in the document', 'pageSize', report('claims(last: 101) { totalCount }')],
  [
    'a page in a default',
    'pageSize',
    report('claims(first: $n) { totalCount }', ', $n: Int = 101'),
  ],
  [
    'a page of a page',
    'pageSize',
    report('claims { nodes { ... on Claim { links(first: $n) { id } } } }', ', $n: Int!', {
      n: 101,
    }),
  ],
  ['statistics in the document', 'buckets', { query: createFaction(String(beyond('buckets'))) }],
  [
    'statistics in a default',
    'buckets',
    { query: createFaction('$n', `($n: Int! = ${beyond('buckets')})`) },
  ],
  ['a deep filter', 'filterDepth', ofClaims(nested(5))],
  ['a deep filter of items without lists', 'filterDepth', ofClaims(singly(5))],
  ['a long filter', 'filterConditions', ofClaims(conditions(101))],
  ['a list in a filter', 'listItems', ofClaims(kinds(101))],
  [
    'a list in the input',
    'listItems',
    {
      ...report('id'),
      variables: { input: inputs({ authors: Array(101).fill({ name: 'A. Writer' }) }) },
    },
  ],
  [
    'fields of many types',
    'typedFields',
    {
      query: `mutation ($id: ID!) {
        createReport(input: { kind: ARTICLE, title: "First" }) { report { id } }
        addName(recordId: $id, name: { text: "Another", kind: PRIMARY }) { record { ${revisions} } }
      }`,
      variables: { id: 'fac_01890000-0000-7000-8000-000000000000' },
    },
  ],
];

const countWrites = async () =>
  (await api.database.query('select count(*)::int as writes from write_log'))[0].writes;

describe('a mutation whose second field exceeds a limit writes nothing:', () => {
  test.each(mutations)('%s', async (_what, name, excess) => {
    const before = await countWrites();
    for (const _again of [1, 2]) {
      const answer = await send(excess);
      expect(answer.data).toBeUndefined();
      expect(answer.status).toBe(400);
      expectRefusal(answer, name);
    }
    expect(await countWrites()).toBe(before);
  });

  test('unless a directive leaves out what exceeds it', async () => {
    const excess = (isAsked: boolean) =>
      report('id ... @include(if: $on) { claims(first: 101) { totalCount } }', ', $on: Boolean!', {
        on: isAsked,
      });
    const before = await countWrites();
    expectRefusal(await send(excess(true)), 'pageSize');
    expect((await send(excess(false))).errors).toBeUndefined();
    expect(await countWrites()).toBe(before + 2);
  });

  test('also if it lacks the variable of a directive, which is found later', async () => {
    const selection = 'id ... @include(if: $on) { claims(first: 101) { totalCount } }';
    const before = await countWrites();
    const excess = report(selection, ', $on: Boolean = true', { on: null });
    expectRefusal(await send(excess), 'pageSize');
    expect(await countWrites()).toBe(before);
  });

  test('and at the limit, it writes both', async () => {
    const before = await countWrites();
    for (const excess of [
      report('claims(first: $n) { totalCount }', ', $n: Int', { n: 100 }),
      ofClaims(nested(4)),
      ofClaims(conditions(100)),
      ofClaims(kinds(100)),
    ])
      expect((await send(excess)).errors).toBeUndefined();
    expect(await countWrites()).toBe(before + 8);
  });
});

test('a query whose second field exceeds a limit reads nothing', async () => {
  const query = `query ($n: Int) { viewer { name } ...Rest }
    fragment Rest on Query { reports { nodes { claims(first: $n) { totalCount } } } }`;
  await send({ query, variables: { n: 1 } });
  const sent = await api.statements(async () =>
    expectRefusal(await send({ query, variables: { n: 101 } }), 'pageSize'),
  );
  expect(sent.filter((text) => !text.includes('api_key'))).toEqual([]);
  expect((await send({ query, variables: { n: 1 } })).errors).toBeUndefined();
});

test('a condition counts once, however often the statement needs it', async () => {
  for (const selection of ['claims', 'claimStats', 'claimMarks'])
    expect(
      await send({
        query: `query ($filter: ClaimFilter) { ${selection}(filter: $filter) {
          ${selection === 'claims' ? 'totalCount' : 'total leftOut'} } }`,
        variables: { filter: conditions(limits.filterConditions.max) },
      }),
    ).toMatchObject({ status: 200, data: { [selection]: {} } });
});
