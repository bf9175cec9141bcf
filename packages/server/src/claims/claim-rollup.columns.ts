/*
 * The roll-up of claims, `tally`: sums over the claims in a place and everything inside it. Claims
 * that share an event with others are not in it. What is said to have happened is summed a second
 * time over all statuses that count in totals, with modality and status empty.
 */

/**
 * The columns of the primary key. `month` is `YYYY-MM`, empty for claims that are not certainly in
 * one month. `measure` is that of the figures that are summed, empty where claims are counted.
 */
export const rollupKey = ['location_id', 'modality', 'status', 'measure', 'month', 'kind'] as const;

/**
 * The columns that are sums, in the order of the columns. `entries` is the number of claims, or of
 * figures that are not part of another figure. `mins`, `bests` and `maxes` say how many figures
 * have a lower bound, a best estimate, an upper bound.
 */
export const rollupSums = [
  'entries',
  'sum_min',
  'sum_best',
  'sum_max',
  'mins',
  'bests',
  'maxes',
] as const;
