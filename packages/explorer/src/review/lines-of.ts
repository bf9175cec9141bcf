/** The values within a value, each with its path. Null values say nothing and are left out. */
export function linesOf(value: unknown, path = ''): [path: string, text: string][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, each]) =>
    linesOf(each, [path, key].filter(Boolean).join(' › ')),
  );
}
