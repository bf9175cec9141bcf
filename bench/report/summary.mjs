const sorted = (values) => [...values].sort((a, b) => a - b);

/** The value below which the given share of the values lies, interpolated between neighbours. */
export function quantile(values, share) {
  const all = sorted(values);
  const position = share * (all.length - 1);
  const below = Math.floor(position);
  return all[below] + (position - below) * ((all[below + 1] ?? all[below]) - all[below]);
}

export const median = (values) => quantile(values, 0.5);

const spreadOf = (ratios) => [rounded(Math.min(...ratios)), rounded(Math.max(...ratios))];

/** To four significant digits. More would claim a precision that the measurement does not have. */
const rounded = (number) => (Number.isFinite(number) ? Number(number.toPrecision(4)) : null);

/**
 * One row per query and contender, with medians over the rounds. `ratioToLimit` is its requests per
 * second divided by LIMIT's in the same round: 1 is as fast as LIMIT. `claimgraphRatio` is
 * Claimgraph's requests per second divided by this contender's, also in the same round.
 */
export function summarise({ rounds, memory }, { queries, contenders, connections, claims }) {
  return queries.flatMap((query) =>
    contenders.map((contender) => {
      const measurements = rounds.filter(
        (each) => each.query === query && each.contender === contender,
      );
      const rps = (contender, round) =>
        rounds.find(
          (each) => each.query === query && each.contender === contender && each.round === round,
        )?.rps;
      const ratios = measurements.map((each) => each.rps / rps('limit', each.round));
      const claimgraphRatios = measurements.map((each) => rps('claimgraph', each.round) / each.rps);
      const medianOf = (figure) => rounded(median(measurements.map((each) => each[figure])));
      return {
        query,
        contender,
        connections,
        claims,
        rps: medianOf('rps'),
        p50Ms: medianOf('p50Ms'),
        p99Ms: medianOf('p99Ms'),
        nodeCpuMs: medianOf('nodeCpuMs'),
        postgresCpuMs: medianOf('postgresCpuMs'),
        ratioToLimit: rounded(median(ratios)),
        spread: spreadOf(ratios),
        claimgraphRatio: rounded(median(claimgraphRatios)),
        claimgraphSpread: spreadOf(claimgraphRatios),
        rss: rounded(memory[contender].now),
        peakRss: rounded(memory[contender].peak),
      };
    }),
  );
}

/** The part of a row that goes into the JSON file. */
export const figuresOf = ({
  query,
  contender,
  connections,
  claims,
  rps,
  p50Ms,
  p99Ms,
  nodeCpuMs,
  postgresCpuMs,
  ratioToLimit,
}) => ({
  query,
  contender,
  connections,
  claims,
  rps,
  p50Ms,
  p99Ms,
  nodeCpuMs,
  postgresCpuMs,
  ratioToLimit,
});
