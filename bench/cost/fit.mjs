import { defaultWeight } from '../../packages/server/dist/cost/weight.js';

/**
 * How far a weight may be from what is usual. A rare condition must not explain other faults, nor
 * the rows of lists, which were measured alone, that most lists are shorter than the average.
 */
const widest = { 'joined row ': 2, 'nested condition ': 4, 'search ': 4, 'condition ': 10 };
const widestOf = (name) =>
  Math.log(Object.entries(widest).find(([prefix]) => name.startsWith(prefix))?.[1] ?? 40);

/** Costs below this, in milliseconds, differ by what cannot be predicted. */
const floor = 0.1;

/**
 * Fits weights to measured statements, each with its features: how often each weight occurs in its
 * estimate. It minimizes the squared logarithm of estimate ÷ measured cost by Adam (Kingma and Ba
 * 2015), over the logarithms of the weights, so that they stay positive. Weights that few
 * statements have stay near the default of their kind.
 */
export function fit(samples, { rounds = 1_500, rate = 0.03, hold = 0.05 } = {}) {
  const names = [...new Set(samples.flatMap(({ features }) => Object.keys(features)))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = samples.map(({ features, ms }) => ({
    ms,
    // What is expensive matters most.
    importance: ms > 100 ? 60 : ms > 5 ? 4 : 1,
    terms: Object.entries(features).map(([name, count]) => [index.get(name), count]),
  }));
  const start = Float64Array.from(names, (name) => Math.log(defaultWeight(name)));
  const logs = start.slice();
  const ranges = names.map(widestOf);
  const [first, second] = [new Float64Array(names.length), new Float64Array(names.length)];
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(names.length);
    for (const { ms, importance, terms } of rows) {
      let estimate = floor;
      for (const [i, count] of terms) estimate += count * Math.exp(logs[i]);
      const error = Math.log(estimate / (ms + floor));
      // Beyond a factor of 3, further error counts linearly: such statements are exceptions. But an
      // expensive one must not be taken for a cheap one.
      const slope = importance * Math.max(ms > 5 ? -3.3 : -1.1, Math.min(1.1, error));
      for (const [i, count] of terms) gradient[i] += (slope * count * Math.exp(logs[i])) / estimate;
    }
    for (let i = 0; i < names.length; i += 1) {
      logs[i] = Math.max(start[i] - ranges[i], Math.min(start[i] + ranges[i], logs[i]));
      const slope = gradient[i] / rows.length + (hold * (logs[i] - start[i])) / rows.length;
      first[i] = 0.9 * first[i] + 0.1 * slope;
      second[i] = 0.999 * second[i] + 0.001 * slope * slope;
      const step = rate * Math.min(1, (2 * (rounds - round)) / rounds + 0.05);
      logs[i] -=
        (step * (first[i] / (1 - 0.9 ** round))) /
        (Math.sqrt(second[i] / (1 - 0.999 ** round)) + 1e-9);
    }
  }
  return Object.fromEntries(
    names.map((name, i) => [name, Number(Math.exp(logs[i]).toPrecision(3))]),
  );
}

/** Estimates without a unit, in milliseconds: by the factor that suits those above 5 ms best. */
export function scaled(pairs) {
  const large = pairs.filter(({ ms }) => ms > 5);
  const logs = large.map(({ ms, estimate }) => Math.log(ms / estimate));
  const factor = Math.exp(logs.reduce((sum, each) => sum + each, 0) / large.length);
  return pairs.map(({ ms, estimate }) => ({ ms, estimate: estimate * factor }));
}

/** How well estimates predict measured costs, both in milliseconds. */
export function judge(pairs) {
  const within = (of, factor) =>
    of.filter(({ ms, estimate }) => Math.max(ms / estimate, estimate / ms) <= factor).length /
    Math.max(1, of.length);
  const above = (limit) => pairs.filter(({ ms }) => ms > limit);
  return {
    operations: pairs.length,
    'above 5 ms': above(5).length,
    'of these within a factor of 3': within(above(5), 3),
    'within a factor of 2': within(above(5), 2),
    'rank correlation': spearman(pairs),
    'above 100 ms': above(100).length,
    'underestimated by more than 5': above(100).filter(({ ms, estimate }) => ms > 5 * estimate)
      .length,
  };
}

/** Spearman's rank correlation; equal values share the mean of their ranks. */
function spearman(pairs) {
  const ranks = (values) => {
    const order = values.map((value, i) => [value, i]).sort(([a], [b]) => a - b);
    const result = new Array(values.length);
    for (let i = 0; i < order.length; ) {
      let end = i;
      while (end < order.length && order[end][0] === order[i][0]) end += 1;
      for (let j = i; j < end; j += 1) result[order[j][1]] = (i + end - 1) / 2;
      i = end;
    }
    return result;
  };
  const [a, b] = [ranks(pairs.map(({ ms }) => ms)), ranks(pairs.map(({ estimate }) => estimate))];
  const mean = (pairs.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    ab += (a[i] - mean) * (b[i] - mean);
    aa += (a[i] - mean) ** 2;
    bb += (b[i] - mean) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}
