type Counts = readonly (readonly [key: string | null | undefined, count: number])[];

/** Counts side by side, by key: what one side does not have is zero. The largest come first. */
export function comparisonRows(sides: readonly Counts[]): [key: string, counts: number[]][] {
  const keys = new Set(sides.flat().flatMap(([key]) => (key ? [key] : [])));
  const rows = [...keys].map((key): [string, number[]] => [
    key,
    sides.map((side) => side.find(([each]) => each === key)?.[1] ?? 0),
  ]);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return rows.sort(([a, x], [b, y]) => sum(y) - sum(x) || (a < b ? -1 : 1));
}
