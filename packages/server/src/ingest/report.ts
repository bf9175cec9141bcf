/** How many records of each type, by the plural of its name: reports, sources, factions, locations, claims. */
export type ByType = Record<string, number>;

/** What an import did. `rowsRead` is always `rowsImported` + `rowsRefused`. */
export interface Counts {
  rowsRead: number;
  rowsImported: number;
  rowsRefused: number;
  created: ByType;
  changed: ByType;
  unchanged: ByType;
  /** How often, by kind. */
  problems: Record<string, number>;
}

const none = (): ByType => ({ reports: 0, sources: 0, factions: 0, locations: 0, claims: 0 });

export const noCounts = (): Counts => ({
  rowsRead: 0,
  rowsImported: 0,
  rowsRefused: 0,
  created: none(),
  changed: none(),
  unchanged: none(),
  problems: {},
});

export function addCounts(total: Counts, more: Partial<Counts>): void {
  total.rowsRead += more.rowsRead ?? 0;
  total.rowsImported += more.rowsImported ?? 0;
  total.rowsRefused += more.rowsRefused ?? 0;
  for (const key of ['created', 'changed', 'unchanged', 'problems'] as const)
    for (const [name, n] of Object.entries(more[key] ?? {}))
      total[key][name] = (total[key][name] ?? 0) + n;
}

/** The report as a person reads it. */
export function formatReport(counts: Counts): string {
  const types = Object.keys(counts.created);
  const n = (value: number) => value.toLocaleString('en');
  const line = (name: string, cells: string[]) =>
    [name.padEnd(12), ...cells.map((cell) => cell.padStart(12))].join('').trimEnd();
  const problems = Object.entries(counts.problems).sort(([, one], [, other]) => other - one);
  return [
    `Rows read ${n(counts.rowsRead)} = imported ${n(counts.rowsImported)} + refused ${n(counts.rowsRefused)}`,
    '',
    line('', ['created', 'changed', 'unchanged']),
    ...types.map((type) =>
      line(type, [counts.created[type]!, counts.changed[type]!, counts.unchanged[type]!].map(n)),
    ),
    ...(problems.length > 0
      ? [
          '',
          'Problems',
          ...problems.map(([kind, times]) => `  ${kind.padEnd(26)}${n(times).padStart(10)}`),
        ]
      : []),
  ].join('\n');
}
