import fc from 'fast-check';
import { Graph } from '../../packages/server/dist/testing/differential/graph.js';
import { prefixes } from '../../packages/server/dist/testing/differential/ids.js';
import { Pools } from '../../packages/server/dist/testing/differential/pools.js';
import { publishedSchema } from '../../packages/server/dist/testing/differential/schema.js';
import { Selections } from '../../packages/server/dist/testing/differential/selections.js';
import { Writer } from '../../packages/server/dist/testing/differential/writer.js';

/**
 * Random operations of the differential test, with values that match something in the ledger. The
 * test asks for small pages. So each second operation has pages of up to 100 instead.
 */
export async function* randomOperations(database, seed) {
  const pools = new FilledPools(await Graph.load(database));
  const models = new Selections(publishedSchema, pools).operations();
  for (let round = 0; ; round += 1) {
    const batch = fc.sample(models, { seed: seed * 1_000 + round, numRuns: 100 });
    for (const [i, model] of batch.entries()) {
      const [operation] = new Writer(publishedSchema, pools, model).operations();
      yield i % 2 === 0 ? operation : enlarge(operation, seed * 7919 + round * 100 + i);
    }
  }
}

/** The pools of a ledger in which some types have no record: their ids find nothing. */
class FilledPools extends Pools {
  constructor(graph) {
    super(graph);
    for (const [type, ids] of Object.entries(this.ids))
      if (ids.length === 0) ids.push(`${prefixes[type]}01890000-0000-7000-8000-000000000001`);
  }

  cursor(field, nodeType, asked, node, flaw) {
    try {
      return super.cursor(field, nodeType, asked, node, flaw);
    } catch {
      return 'bm9uZSBhdCBhbGw';
    }
  }
}

/** The same operation with other page sizes, most of them larger. */
function enlarge({ query, variables, ...others }, seed) {
  let state = seed;
  const size = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return 1 + ((state >> 8) % 100);
  };
  return {
    ...others,
    variables,
    query: query.replace(/\b(first|last): ?([1-9]\d?)\b(?!\d)/g, (_, name) => `${name}: ${size()}`),
  };
}
