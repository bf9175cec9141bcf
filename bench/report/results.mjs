import { cpus, totalmem } from 'node:os';
import { growth, memory, perQuery, timesAsFast } from './tables.mjs';

const sections = (rows) =>
  [...new Set(rows.map(({ claims }) => claims))].flatMap((claims) => {
    const rowsOfSize = rows.filter((row) => row.claims === claims);
    const comparison = timesAsFast(rowsOfSize);
    return [
      `## ${claims.toLocaleString('en')} claims`,
      perQuery(rowsOfSize),
      ...(comparison
        ? ['Claimgraph’s requests per second divided by those of the others:', comparison]
        : []),
      'Memory of the contenders’ processes:',
      memory(rowsOfSize),
    ];
  });

/** RESULTS.md: what was measured, on which machine, and how to read it. */
export function results(rows, { rounds, seconds, connections, command, postgres, newerNode }) {
  const growthTable = growth(rows);
  const machine =
    `${cpus().length} × ${cpus()[0].model.trim()}, ` +
    `${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`;
  return `${[
    '# Results',
    `\`${command}\`, ${new Date().toISOString().slice(0, 10)}. ${machine}; Node ` +
      `${process.versions.node} (PostGraphile: ${newerNode}); PostgreSQL ${postgres}.`,
    `${rounds} ${rounds === 1 ? 'round' : 'rounds'} of ${seconds} s, ${connections} connections.
Contender, PostgreSQL and load generator share the cores of one machine. Figures are medians over
the rounds. *of LIMIT* is requests per second divided by LIMIT’s in the same round, and *spread* its
lowest and highest value. CPU is per request. Before the measurement, all contenders gave the same
answers to all requests. \`npm run bench\` writes this file; [README.md](README.md) describes
contenders and queries.`,
    ...sections(rows),
    ...(growthTable
      ? ['## Growth', 'PostgreSQL CPU per request, in milliseconds:', growthTable]
      : []),
  ].join('\n\n')}\n`;
}
