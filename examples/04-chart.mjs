// Get the data of a chart in one query: events by month and kind, each counted once, with the
// totals of their figures.
//
//   node examples/04-chart.mjs [url]

import { createClient } from '@claimgraph/sdk';
import { formatQuantity } from '@claimgraph/sdk/format';
import { ClaimStatistics } from '@claimgraph/sdk/operations';
import { headers } from './headers.mjs';

const url = process.argv[2] ?? 'http://localhost:4000/graphql';
const client = createClient({ url, headers });

const { claimStats } = await client.execute(ClaimStatistics, { by: ['MONTH', 'KIND'] });

/** @param {string} constant */
const words = (constant) => constant.toLowerCase().replaceAll('_', ' ');

/** "people displaced: at least 6,000": a total without an upper bound says so. */
function total({ measure, sumMin, sumMax, openAbove }) {
  const max = openAbove > 0 ? null : sumMax;
  const sum = formatQuantity({ min: sumMin, best: null, max, approximate: false });
  return `${words(measure)}: ${sum}`;
}

// An event over several months has a null month. It gets a bar of its own and is counted once.
const bars = claimStats.buckets
  .map(({ month, kind, count, quantities }) => ({
    month: month ?? 'several or unknown',
    kind: kind ? words(kind) : 'several kinds',
    count,
    totals: quantities.map(total).join('; '),
  }))
  .sort(
    (a, b) => a.month.localeCompare(b.month) || b.count - a.count || a.kind.localeCompare(b.kind),
  );

for (const { month, kind, count, totals } of bars) {
  const label = `${month.padEnd(18)} ${kind.padEnd(22)}`;
  console.log(`${label} ${'█'.repeat(count)} ${count}${totals ? `  (${totals})` : ''}`);
}
console.log(
  `\n${claimStats.total} events${claimStats.truncated ? ', not all of them shown' : ''}.`,
);
