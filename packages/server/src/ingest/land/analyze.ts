import { writableTables } from './table-writes.ts';

/** The planner needs statistics early, when tables grow from empty, and then ever more rarely. */
export const analyzeAfterBatches: ReadonlySet<number> = new Set([1, 8, 64]);

const tables = [
  ...writableTables.map(({ table }) => table),
  'claim_within',
  'claim_of_faction',
  'claim_of_source',
  'location_within',
  'tally',
  'revision',
];

/** Updates the planner's statistics of every table that an import or its triggers write. */
export const analyzeTables = `
  set default_statistics_target = 20;
  analyze ${tables.join(', ')};
  reset default_statistics_target`;
