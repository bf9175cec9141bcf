/** What something costs of a client's points. */
interface Price {
  points: number;
  /** What is paid for, as it follows "points for". */
  item: string;
  /** When it is paid. */
  when: string;
}

const whenBegun = 'before anything of it is read';

/**
 * What everything costs, in points. A point is about a millisecond of PostgreSQL's CPU time on the
 * reference machine: docs/cost.md. Payments and docs/limits.md come from here.
 */
export const prices = {
  request: { points: 1, item: 'a request', when: whenBegun },
  cpu: {
    points: 1,
    item: 'each full millisecond that a query, or the answer to a mutation, is estimated to cost',
    when: 'before it runs',
  },
  mutation: { points: 5, item: 'each root field of a mutation', when: 'before it runs' },
  export: { points: 100, item: 'an export', when: whenBegun },
  exportedRecord: {
    points: 0.5,
    item: 'each record in an export',
    when: 'while it is sent',
  },
  import: { points: 100, item: 'an import', when: whenBegun },
  importedRow: {
    points: 1,
    item: 'each row of an import, also of a dry run',
    when: 'after each batch',
  },
} satisfies Record<string, Price>;

/** The prices as a table of docs/limits.md. */
export const pricesTable = (): string =>
  [
    '| points | for | paid |',
    '|---|---|---|',
    ...Object.values<Price>(prices).map(
      ({ points, item, when }) => `| ${points} | ${item} | ${when} |`,
    ),
  ].join('\n');
