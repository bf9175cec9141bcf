import { writableTables } from './table-writes.ts';

/** The planner needs statistics early, when tables grow from empty, and then ever more rarely. */
const analyzeAfterRows = [100, 2_000, 16_000, 128_000];

/** Whether a batch that ended after so many rows of the run is one after which to analyze. */
export const isTimeToAnalyze = (rowsBefore: number, rowsAfter: number): boolean =>
  analyzeAfterRows.some((rows) => rowsBefore < rows && rowsAfter >= rows);

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
