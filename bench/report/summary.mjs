const sorted = (values) => [...values].sort((a, b) => a - b);

export function median(values) {
  const all = sorted(values);
  const middle = Math.floor(all.length / 2);
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

const spanOf = (ratios) => [short(Math.min(...ratios)), short(Math.max(...ratios))];

/** To four digits: more would claim an exactness that no measurement has. */
const short = (number) => (Number.isFinite(number) ? Number(number.toPrecision(4)) : null);

/**
 * One row for each query and contender: medians over the rounds. The ratio is that of requests a second to LIMIT's in the same round, whose
 * median and span are told: 1 is as fast as LIMIT. `behind`: how many times as many Claimgraph answers, in the same round too.
 */
export function summarise({ rounds, memory }, { queries, contenders, connections, claims }) {
  return queries.flatMap((query) =>
    contenders.map((contender) => {
      const own = rounds.filter((each) => each.query === query && each.contender === contender);
      const rps = (contender, round) =>
        rounds.find(
          (each) => each.query === query && each.contender === contender && each.round === round,
        )?.rps;
      const ratios = own.map((each) => each.rps / rps('limit', each.round));
      const behind = own.map((each) => rps('claimgraph', each.round) / each.rps);
      const of = (figure) => short(median(own.map((each) => each[figure])));
      return {
        query,
        contender,
        connections,
        claims,
        rps: of('rps'),
        p50Ms: of('p50Ms'),
        p99Ms: of('p99Ms'),
        nodeCpuMs: of('nodeCpuMs'),
        postgresCpuMs: of('postgresCpuMs'),
        ratioToLimit: short(median(ratios)),
        spread: spanOf(ratios),
        behind: short(median(behind)),
        behindSpread: spanOf(behind),
        rss: short(memory[contender].now),
        peakRss: short(memory[contender].most),
      };
    }),
  );
}

/** What of a row goes into the JSON file. */
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
