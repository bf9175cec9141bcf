/** By code points, as PostgreSQL's "C" sorts UTF-8; JavaScript's own order goes by UTF-16 and puts emoji before U+E000. */
export const byCodePoint = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Sorts by several keys: texts by code point, numbers by size. */
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

/** A moment as PostgreSQL shows it, without the zeros at its end that it leaves out: `2026-07-01 12:00:00.5+00`. To six places it sorts as text. */
export const padded = (moment: string): string => {
  const [, whole, fraction = ''] = /^(.*?)(?:\.(\d+))?\+00$/.exec(moment)!;
  return `${whole}.${fraction.padEnd(6, '0')}`;
};

/** RFC 3339, to the microsecond. */
export const rfc3339 = (moment: string): string => `${padded(moment).replace(' ', 'T')}Z`;
