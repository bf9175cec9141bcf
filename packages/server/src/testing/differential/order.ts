/** Compares by code point, as PostgreSQL's "C" collation does. JavaScript compares UTF-16 units. */
export const byCodePoint = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Sorts by several keys: texts by code point, numbers by value. */
export function sorted<T>(items: readonly T[], ...keys: ((item: T) => string | number)[]): T[] {
  return [...items].sort((a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      const found =
        typeof left === 'number' ? left - (right as number) : byCodePoint(left, right as string);
      if (found !== 0) return found;
    }
    return 0;
  });
}

/** Pads a timestamp of PostgreSQL, such as `2026-07-01 12:00:00.5+00`, so that it sorts as text. */
export const padded = (moment: string): string => {
  const [, whole, fraction = ''] = /^(.*?)(?:\.(\d+))?\+00$/.exec(moment)!;
  return `${whole}.${fraction.padEnd(6, '0')}`;
};

/** RFC 3339 with microseconds. */
export const rfc3339 = (moment: string): string => `${padded(moment).replace(' ', 'T')}Z`;
