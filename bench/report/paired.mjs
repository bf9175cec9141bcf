import { median, quantile } from './summary.mjs';
import { figure, table } from './tables.mjs';

/**
 * One row per query. `ratio` is the median over the rounds of head's requests per second divided by
 * base's in the same round: above 1, head is faster. `nodeCpu` and `postgresCpu` are ratios of CPU
 * time per request: above 1, head uses more.
 */
export function pairedRows(measurements, queries) {
  return queries.map((query) => {
    const valuesOf = (contender, key) =>
      measurements
        .filter((each) => each.query === query && each.contender === contender)
        .sort((a, b) => a.round - b.round)
        .map((each) => each[key]);
    const ratiosOf = (key) => {
      const base = valuesOf('base', key);
      return valuesOf('head', key).map((value, i) => value / base[i]);
    };
    const ratios = ratiosOf('rps');
    return {
      query,
      ratio: median(ratios),
      quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
      range: [Math.min(...ratios), Math.max(...ratios)],
      baseRps: median(valuesOf('base', 'rps')),
      headRps: median(valuesOf('head', 'rps')),
      nodeCpu: median(ratiosOf('nodeCpuMs')),
      postgresCpu: median(ratiosOf('postgresCpuMs')),
      ratios,
    };
  });
}

/** The rows as a Markdown table, with a line that says how they were measured. */
export function pairedTable(rows, { claims, rounds, seconds, connections }) {
  const head = [
    'query',
    'head / base',
    'quartiles',
    'range',
    'base requests/s',
    'head requests/s',
    'Node CPU ratio',
    'PostgreSQL CPU ratio',
  ];
  const body = rows.map((row) => [
    row.query,
    row.ratio.toFixed(3),
    ...[row.quartiles, row.range].map((ends) => ends.map((end) => end.toFixed(2)).join('–')),
    figure(row.baseRps),
    figure(row.headRps),
    figure(row.nodeCpu),
    figure(row.postgresCpu),
  ]);
  return [
    `${claims.toLocaleString('en')} claims, ${rounds} rounds of ${seconds} s, ${connections} ` +
      'connections.',
    'head / base: requests per second in the same round, median of the rounds. CPU is per ' +
      'request.\n',
    table(head, body),
  ].join('\n');
}
