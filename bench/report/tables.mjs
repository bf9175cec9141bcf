/**
 * Rows as a Markdown table, padded so that it reads well in a terminal too. The first `left`
 * columns are aligned left, the others contain numbers and are aligned right.
 */
export function table(head, rows, left = 1) {
  const all = [head, ...rows].map((row) => row.map((cell) => String(cell ?? '–')));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const pad = (cell, i) => (i < left ? cell.padEnd(widths[i]) : cell.padStart(widths[i]));
  const line = (row) => `| ${row.map(pad).join(' | ')} |`;
  const dashes = (width, i) => (i < left ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`);
  const rule = `|${widths.map(dashes).join('|')}|`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}

/** A number with as many digits as are meaningful. */
export const figure = (number) => {
  if (number === null || !Number.isFinite(number)) return '–';
  return number >= 100
    ? Math.round(number).toLocaleString('en')
    : number.toFixed(number >= 10 ? 1 : number >= 0.1 ? 2 : 3);
};

const unique = (values) => [...new Set(values)];
const thousands = (number) => number.toLocaleString('en');

export function perQuery(rows) {
  const head = [
    'query',
    'contender',
    'of LIMIT',
    'spread',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'Node CPU ms',
    'PostgreSQL CPU ms',
  ];
  const body = rows.map((row, i) => [
    rows[i - 1]?.query === row.query ? '' : row.query,
    row.contender,
    figure(row.ratioToLimit),
    row.spread.map(figure).join('–'),
    ...[row.rps, row.p50Ms, row.p99Ms, row.nodeCpuMs, row.postgresCpuMs].map(figure),
  ]);
  return table(head, body, 2);
}

/** Claimgraph's requests per second divided by those of the other contenders, per query. */
export function timesAsFast(rows) {
  const others = unique(rows.map(({ contender }) => contender)).filter(
    (each) => !['limit', 'claimgraph'].includes(each),
  );
  if (others.length === 0 || !rows.some(({ contender }) => contender === 'claimgraph'))
    return undefined;
  const body = unique(rows.map(({ query }) => query)).map((query) => [
    query,
    ...others.flatMap((other) => {
      const { claimgraphRatio, claimgraphSpread } = rows.find(
        (row) => row.query === query && row.contender === other,
      );
      return [`${figure(claimgraphRatio)} ×`, claimgraphSpread.map(figure).join('–')];
    }),
  ]);
  return table(['query', ...others.flatMap((other) => [`claimgraph / ${other}`, 'spread'])], body);
}

export function memory(rows) {
  const body = unique(rows.map(({ contender }) => contender)).map((contender) => {
    const row = rows.find((each) => each.contender === contender);
    return [contender, figure(row.rss), figure(row.peakRss)];
  });
  return table(['contender', 'at the end, MiB', 'peak, MiB'], body);
}

/** PostgreSQL's CPU time per request as the ledger grows. */
export function growth(rows) {
  const sizes = unique(rows.map(({ claims }) => claims));
  if (sizes.length < 2) return undefined;
  const compared = unique(rows.map(({ contender }) => contender)).filter((each) =>
    ['limit', 'claimgraph'].includes(each),
  );
  const body = unique(rows.map(({ query }) => query))
    .filter((query) => query !== 'typename')
    .flatMap((query) =>
      compared.map((contender) => [
        query,
        contender,
        ...sizes.map((claims) =>
          figure(
            rows.find(
              (row) => row.query === query && row.contender === contender && row.claims === claims,
            ).postgresCpuMs,
          ),
        ),
      ]),
    );
  return table(
    ['query', 'contender', ...sizes.map((claims) => `${thousands(claims)} claims`)],
    body,
    2,
  );
}
