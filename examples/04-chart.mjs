// A chart's data: events by month and kind, each counted once, with what their figures add up to.
//
//   node examples/04-chart.mjs [url]

import { createClient } from '@claimgraph/sdk';
import { ClaimStatistics } from '@claimgraph/sdk/operations';

const [url = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000/graphql'] = process.argv.slice(2);
const client = createClient({ url });

const { claimStats } = await client.execute(ClaimStatistics, { by: ['MONTH', 'KIND'] });

// Month and kind are null where an event has not just one: those are a bar of their own, not spread over others.
const bars = claimStats.buckets.map(({ month, kind, count, quantities }) => ({
  month: month ?? 'in no one month',
  kind: kind?.toLowerCase().replaceAll('_', ' ') ?? 'several kinds',
  count,
  figures: quantities.map(({ measure, sumMin, sumMax, openAbove }) => {
    const [least, most] = [sumMin, sumMax].map((sum) => sum?.toLocaleString('en') ?? 'unknown');
    const open = openAbove > 0 || sumMax === null;
    return `${least}${open ? ' or more' : least === most ? '' : `–${most}`} ${measure.toLowerCase().replaceAll('_', ' ')}`;
  }),
}));
bars.sort(
  (a, b) => a.month.localeCompare(b.month) || b.count - a.count || a.kind.localeCompare(b.kind),
);

for (const { month, kind, count, figures } of bars) {
  console.log(
    `${month.padEnd(16)} ${kind.padEnd(22)} ${'█'.repeat(count)} ${count}${figures.length > 0 ? `  (${figures.join('; ')})` : ''}`,
  );
}
console.log(
  `\n${claimStats.total} in all${claimStats.truncated ? ', and more kinds than are shown' : ''}.`,
);
