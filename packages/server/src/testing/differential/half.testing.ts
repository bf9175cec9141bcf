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
 * How many operations both halves ask together, and where chance starts; a failure names the seed
 * and the path that lead back to it.
 */
const runs = Number(process.env.CLAIMGRAPH_DIFFERENTIAL_RUNS ?? 5_000);
const seed = Number(process.env.CLAIMGRAPH_DIFFERENTIAL_SEED ?? randomInt(2 ** 31));
const path = process.env.CLAIMGRAPH_DIFFERENTIAL_PATH;

/** Halves of a run of so many must each have met all of the API that can be asked. */
const enough = 5_000;

/** Asked at once, each from a seed of its own. */
const lanes = path ? 1 : 4;

/** How far apart the seeds of the halves are: further than one half counts up. */
const apart = 1_000;

/**
 * Declares the test of one half of the random operations, so that two workers share them. Only the
 * first half follows a path back to an operation.
 */
export function testHalf(half: 0 | 1): void {
  const start = seed + half * apart;
  const count = path ? runs : Math.ceil(runs / 2);
  let api: Api;
  let reference: Reference;

  beforeAll(async () => {
    api = await startApi('sample');
    await writeDataset(api);
    reference = await Reference.of(api.database);
  }, 60_000);
  afterAll(() => api?.stop());

  (path && half > 0 ? test.skip : test)(
    'random operations are answered as plain resolvers answer them, byte for byte',
    async () => {
      const coverage = new Coverage(publishedSchema);
      const property = operationsAnsweredAlike(api, reference, coverage);
      await check(property, count, start);
      if (runs < enough || path) return;
      // What a run of many thousands asks a dozen times is left out of one half now and then: such
      // a half goes on for a while.
      for (let round = 1; round <= 20 && coverage.missing().length > 0; round += 1)
        await check(property, count / 10, start + round * lanes);
      expect(coverage.missing()).toEqual([]);
    },
    count * 400 + 60_000,
  );
}

const operationsAnsweredAlike = (api: Api, reference: Reference, coverage: Coverage) => {
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
  property: ReturnType<typeof operationsAnsweredAlike>,
  count: number,
  start: number,
): Promise<void> {
  const found = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      fc.check(property, {
        numRuns: Math.ceil(count / lanes),
        seed: start + lane,
        ...(path && { path }),
      }),
    ),
  );
  for (const { failed, errorInstance, seed: own, counterexamplePath, numRuns } of found) {
    if (!failed) continue;
    const again = `CLAIMGRAPH_DIFFERENTIAL_SEED=${own} CLAIMGRAPH_DIFFERENTIAL_PATH=${counterexamplePath}`;
    throw new Error(
      `Operation ${numRuns} is answered otherwise (again: ${again}):\n\n${(errorInstance as Error).message}`,
    );
  }
}
