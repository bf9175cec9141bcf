/**
 * A function that computes the result for each argument once, and returns it again afterwards. The
 * result for an object lives as long as the object. The result for a string lives as long as the
 * process, so such a function must only see strings that are written in the code.
 *
 * This is the only way to cache something at module level.
 */
export function memoize<K extends string | object, V>(compute: (key: K) => V): (key: K) => V {
  const byString = new Map<string, V>();
  const byObject = new WeakMap<object, V>();
  return (key) => {
    const results = (typeof key === 'string' ? byString : byObject) as Map<K, V>;
    const cached = results.get(key);
    if (cached !== undefined || results.has(key)) return cached as V;
    const result = compute(key);
    results.set(key, result);
    return result;
  };
}
