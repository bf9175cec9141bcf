import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import type { DataSource } from 'typeorm';
import { createRead } from '../context.ts';
import { dataSource } from '../database/data-source.ts';
import { schemaOf } from '../schema.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { operationExecutor } from './execute.ts';
import { Mapping } from './mapping.ts';
import { type Plan, Plans } from './plan.ts';
import { Reader } from './reader.ts';
import type { Param, Sql } from './sql.ts';

const schema = await schemaOf();
let database: DataSource;
beforeAll(async () => {
  database = await dataSource(await scratchDatabase()).initialize();
});
afterAll(() => database?.destroy());

/** A plan cache that compiles every statement, and records its text by the key. */
class RecordingPlans extends Plans {
  readonly texts = new Map<string, Set<string>>();

  override get(key: string, values: readonly Param[], write: () => Sql): Plan {
    const plan = new Plans().get(key, values, write);
    this.texts.set(key, (this.texts.get(key) ?? new Set()).add(plan.text));
    return plan;
  }
}

/** The statements of a query, for each of some variables, by the key of the plan cache. */
async function textsByKey(query: string, requests: object[]): Promise<Map<string, Set<string>>> {
  const plans = new RecordingPlans();
  const reader = new Reader(new Mapping(database), schema, plans);
  const execute = operationExecutor(schema, (_context: object, run) => ({
    read: createRead(reader)(run),
  }));
  const document = parse(query);
  const operation = getOperationAST(document) ?? undefined;
  for (const variables of requests) {
    const request = { variables: variables as Record<string, unknown> };
    const { errors } = await execute({ document, operation, request, context: {} }, async () => '');
    expect(errors).toBeUndefined();
  }
  return plans.texts;
}

const id = '01900000-0000-7000-8000-00000000000a';
const place = { id: ['loc_01900000-0000-7000-8000-00000000000d'] };
const occurred = { from: '2018-07-01', to: '2018-07-31' };
const sortings = [
  undefined,
  { by: 'OCCURRED', direction: 'ASC' },
  { by: 'RECORDED', direction: 'DESC' },
];
const filters = [
  undefined,
  { kind: ['CLASH'] },
  { kind: ['SHELLING'] },
  { kind: ['CLASH'], occurred },
  { kind: ['CLASH'], occurred: { from: '2018-07-01' } },
  { kind: ['CLASH'], occurred: { ...occurred, unknown: true } },
  { place, occurred: { ...occurred, match: 'WITHIN' } },
  { place, status: ['VERIFIED'] },
  { status: ['VERIFIED'], text: 'x' },
];
interface Window {
  first?: number;
  last?: number;
  after?: string;
  before?: string;
}
const windows: Window[] = [
  { first: 5 },
  { first: 7 },
  { last: 5 },
  ...['~2018-07-01', ''].flatMap((key) => {
    const cursor = `yUm9U6~${id}${key}`;
    return [
      { first: 5, after: cursor },
      { first: 5, before: cursor },
      { last: 5, before: cursor },
      { first: 5, after: cursor, before: cursor },
    ];
  }),
];
/** The cursors are of the default order. */
const requests = filters.flatMap((filter) =>
  sortings.flatMap((orderBy) =>
    windows
      .filter(({ after, before }) => !orderBy || !(after || before))
      .map((window) => ({ ...window, filter, orderBy })),
  ),
);

const declared =
  '($first: Int, $last: Int, $after: String, $before: String, ' +
  '$filter: ClaimFilter, $orderBy: ClaimOrder)';
const passed =
  'first: $first, last: $last, after: $after, before: $before, filter: $filter, orderBy: $orderBy';

describe('requests share a plan only if their statements have the same text', () => {
  test.each([
    'nodes { statement }',
    'totalCount edges { cursor node { report { title } } }',
    'nodes { statement } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
  ])('of a page with %s', async (selection) => {
    const query = `query ${declared} { claims(${passed}) { ${selection} } }`;
    const texts = await textsByKey(query, requests);
    expect([...texts.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect(texts.size).toBeGreaterThan(50);
    expect(texts.size).toBeLessThan(requests.length);
  });

  test('of a connection below a row', async () => {
    const below = requests.filter(({ after, before }) => !after && !before);
    const query = `query ${declared.replace('($', '($n: Int, $')} {
      reports(first: $n) { nodes { claims(${passed}) { nodes { statement } } } }
    }`;
    const texts = await textsByKey(query, below);
    expect([...texts.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect(texts.size).toBeGreaterThan(10);
  });
});
