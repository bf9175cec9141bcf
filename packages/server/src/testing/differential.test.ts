import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { type Api, startApi } from './api.ts';
import { compare, sender } from './differential/comparing.ts';
import { Coverage } from './differential/coverage.ts';
import { writeDataset } from './differential/dataset.ts';
import type { Operation } from './differential/model.ts';
import { Pools } from './differential/pools.ts';
import { Reference } from './differential/reference.ts';
import { publishedSchema } from './differential/schema.ts';
import { Selections } from './differential/selections.ts';
import { Variations } from './differential/variations.ts';
import { Writer } from './differential/writer.ts';

/** How many operations, and where chance starts; a failure names the seed and the path that lead back to it. */
const runs = Number(process.env.CLAIMGRAPH_DIFFERENTIAL_RUNS ?? 5_000);
const seed = Number(process.env.CLAIMGRAPH_DIFFERENTIAL_SEED ?? randomInt(2 ** 31));
const path = process.env.CLAIMGRAPH_DIFFERENTIAL_PATH;

/** A run of so many must have met all of the API that can be asked. */
const enough = 5_000;

/** Asked at once, each from a seed of its own. */
const lanes = path ? 1 : 4;

let api: Api;
let reference: Reference;

beforeAll(async () => {
  api = await startApi('sample');
  await writeDataset(api);
  reference = await Reference.of(api.database);
}, 60_000);
afterAll(() => api?.stop());

test(
  'random operations are answered as plain resolvers answer them, byte for byte',
  async () => {
    const pools = new Pools(reference.world.graph);
    const coverage = new Coverage(publishedSchema);
    const models = new Selections(publishedSchema, pools).operations();
    const ask = sender(api.url);
    const variations = new Variations(publishedSchema, pools);
    const property = fc.asyncProperty(models, async (model) => {
      const operations = new Writer(publishedSchema, pools, model).operations();
      const [first] = operations as [Operation];
      const again = model.repeated ? [variations.of(first, parse(first.query)), first] : [];
      for (const each of [...operations, ...again]) await compare(each, ask, reference, coverage);
    });
    const check = async (count: number, round: number): Promise<void> => {
      const found = await Promise.all(
        Array.from({ length: lanes }, (_, lane) =>
          fc.check(property, {
            numRuns: Math.ceil(count / lanes),
            seed: seed + round * lanes + lane,
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
    };
    await check(runs, 0);
    if (runs < enough || path) return;
    // What is asked a dozen times in a run is left out in one run of many thousands: such a run goes on for a while.
    for (let round = 1; round <= 10 && coverage.missing().length > 0; round += 1)
      await check(runs / 10, round);
    expect(coverage.missing()).toEqual([]);
  },
  runs * 400 + 60_000,
);
