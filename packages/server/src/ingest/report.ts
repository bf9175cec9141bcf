/** Numbers of records by the plural of their type: reports, sources, factions, … */
export type RecordCounts = Record<string, number>;

/** What an import did. `rowsRead` is always `rowsImported` + `rowsRefused`. */
export interface Counts {
  rowsRead: number;
  rowsImported: number;
  rowsRefused: number;
  created: RecordCounts;
  changed: RecordCounts;
  unchanged: RecordCounts;
  /** Values that a person decided and the file says otherwise. They are in the review list. */
  conflicts: number;
  /** How often each kind of problem occurred. */
  problems: Record<string, number>;
}

const noRecords = (): RecordCounts => ({
  reports: 0,
  sources: 0,
  factions: 0,
  locations: 0,
  claims: 0,
});

export const noCounts = (): Counts => ({
  rowsRead: 0,
  rowsImported: 0,
  rowsRefused: 0,
  created: noRecords(),
  changed: noRecords(),
  unchanged: noRecords(),
  conflicts: 0,
  problems: {},
});

export function addCounts(total: Counts, more: Partial<Counts>): void {
  total.rowsRead += more.rowsRead ?? 0;
  total.rowsImported += more.rowsImported ?? 0;
  total.rowsRefused += more.rowsRefused ?? 0;
  total.conflicts += more.conflicts ?? 0;
  for (const key of ['created', 'changed', 'unchanged', 'problems'] as const)
    for (const [name, n] of Object.entries(more[key] ?? {}))
      total[key][name] = (total[key][name] ?? 0) + n;
}

/** The report as text for a terminal. */
export function formatReport(counts: Counts): string {
  const { rowsRead, rowsImported, rowsRefused, created, changed, unchanged, conflicts } = counts;
  const format = (value = 0) => value.toLocaleString('en');
  const line = (name: string, cells: string[]) =>
    [name.padEnd(12), ...cells.map((cell) => cell.padStart(12))].join('').trimEnd();
  const problems = Object.entries(counts.problems).sort(([, one], [, other]) => other - one);
  const outcome = `${format(rowsImported)} imported, ${format(rowsRefused)} refused`;
  return [
    `Rows read: ${format(rowsRead)} (${outcome})`,
    '',
    line('', ['created', 'changed', 'unchanged']),
    ...Object.keys(created).map((type) =>
      line(type, [format(created[type]), format(changed[type]), format(unchanged[type])]),
    ),
    ...(conflicts > 0
      ? ['', `Conflicts with what people decided: ${format(conflicts)} (claimgraph conflicts)`]
      : []),
    ...(problems.length > 0 ? ['', 'Problems'] : []),
    ...problems.map(([kind, times]) => `  ${kind.padEnd(26)}${format(times).padStart(10)}`),
  ].join('\n');
}
