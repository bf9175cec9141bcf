import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { type Api, startApi } from '../api.ts';
import { compare, sender } from './comparing.ts';
import { Coverage } from './coverage.ts';
import { writeDataset } from './dataset.ts';
import type { Operation } from './model.ts';
import { Pools } from './pools.ts';
import { Reference } from './reference.ts';
import { publishedSchema } from './schema.ts';
import { Selections } from './selections.ts';
import { Variations } from './variations.ts';
import { Writer } from './writer.ts';

/**
 * The number of operations that both halves send together, and the seed of the first half. A
 * failure reports the seed and the path that repeat it.
 */
const runs = Number(process.env.CLAIMGRAPH_DIFFERENTIAL_RUNS ?? 1_000);
const seed = Number(process.env.CLAIMGRAPH_DIFFERENTIAL_SEED ?? randomInt(2 ** 31));
const path = process.env.CLAIMGRAPH_DIFFERENTIAL_PATH;

/** In a run of at least this many operations, each half must cover the whole API. */
const runsForCoverage = 5_000;

/** How many operations are sent at once, each from a different seed. */
const lanes = path ? 1 : 4;

/** The distance between the seeds of the halves. One half uses fewer seeds. */
const seedDistance = 1_000;

/**
 * Declares the test of one half of the random operations, so that two Jest workers share them.
 * Only the first half repeats an operation from a path.
 */
export function testHalf(half: 0 | 1): void {
  const start = seed + half * seedDistance;
  const count = path ? runs : Math.ceil(runs / 2);
  // The second half runs without the fast path, unless CLAIMGRAPH_FAST_PATH decides for both.
  const fastPath = process.env.CLAIMGRAPH_FAST_PATH ? undefined : half === 0;
  let api: Api;
  let reference: Reference;

  beforeAll(async () => {
    // Random operations may be larger than the limits of a server allow.
    const maxima = {
      aliases: 1_000,
      fields: 10_000,
      depth: 100,
      directives: 1_000,
      typedFields: 100_000,
    };
    api = await startApi('sample', { fastPath, maxima });
    await writeDataset(api);
    reference = await Reference.of(api.database);
  }, 60_000);
  afterAll(() => api?.stop());

  (path && half > 0 ? test.skip : test)(
    'random operations get the same bytes as from plain resolvers',
    async () => {
      const coverage = new Coverage(publishedSchema);
      const property = operationsAgree(api, reference, coverage);
      await check(property, count, start);
      if (runs < runsForCoverage || path) return;
      // Rare operations, a dozen in thousands, are sometimes missing from one half. Such a half
      // sends more.
      for (let round = 1; round <= 20 && coverage.missing().length > 0; round += 1)
        await check(property, count / 10, start + round * lanes);
      expect(coverage.missing()).toEqual([]);
    },
    count * 400 + 60_000,
  );
}

const operationsAgree = (api: Api, reference: Reference, coverage: Coverage) => {
  const pools = new Pools(reference.world.graph);
  const models = new Selections(publishedSchema, pools).operations();
  const ask = sender(api.url);
  const variations = new Variations(publishedSchema, pools);
  return fc.asyncProperty(models, async (model) => {
    const operations = new Writer(publishedSchema, pools, model).operations();
    const [first] = operations as [Operation];
    const again = model.repeated ? [variations.of(first, parse(first.query)), first] : [];
    for (const each of [...operations, ...again]) await compare(each, ask, reference, coverage);
  });
};

async function check(
  property: ReturnType<typeof operationsAgree>,
  count: number,
  start: number,
): Promise<void> {
  const results = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      fc.check(property, {
        numRuns: Math.ceil(count / lanes),
        seed: start + lane,
        ...(path && { path }),
      }),
    ),
  );
  for (const { failed, errorInstance, seed: laneSeed, counterexamplePath, numRuns } of results) {
    if (!failed) continue;
    throw new Error(
      `Operation ${numRuns} is answered differently. To repeat it, set ` +
        `CLAIMGRAPH_DIFFERENTIAL_SEED=${laneSeed} ` +
        `CLAIMGRAPH_DIFFERENTIAL_PATH=${counterexamplePath}.\n\n` +
        (errorInstance as Error).message,
    );
  }
}
