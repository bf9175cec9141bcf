import { cpus, totalmem } from 'node:os';
import { growth, memory, perQuery, timesAsFast } from './tables.mjs';

const sections = (rows) =>
  [...new Set(rows.map(({ claims }) => claims))].flatMap((claims) => {
    const some = rows.filter((row) => row.claims === claims);
    const times = timesAsFast(some);
    return [
      `## ${claims.toLocaleString('en')} claims`,
      perQuery(some),
      ...(times ? ['Requests a second, Claimgraph to the others:', times] : []),
      'Memory of the contenders’ processes:',
      memory(some),
    ];
  });

/** What was measured, on what, and how to read it, in Markdown. */
export function results(rows, { rounds, seconds, connections, command, postgres, newerNode }) {
  const grown = growth(rows);
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`;
  return `${[
    '# Measured',
    `\`${command}\`, ${new Date().toISOString().slice(0, 10)}. ${machine}; Node ${process.versions.node} (PostGraphile: ${newerNode}); PostgreSQL ${postgres}.`,
    `${rounds} ${rounds === 1 ? 'round' : 'rounds'} of ${seconds} s, ${connections} connections, all on one machine: contender, PostgreSQL and load share its cores. Figures are medians of the rounds; *of LIMIT* is the share of
LIMIT’s requests a second in the same round, with the least and the most of the rounds. CPU is per request. All contenders gave the same answers to all questions before.
Written by \`npm run bench\`; [README.md](README.md) says who the contenders are and what is asked.`,
    ...sections(rows),
    ...(grown ? ['## Growth', 'PostgreSQL CPU per request, in milliseconds:', grown] : []),
  ].join('\n\n')}\n`;
}
