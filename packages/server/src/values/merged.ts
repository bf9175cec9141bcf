/**
 * The keys of several objects in a new one, later ones before earlier ones, as `{ ...a, ...b }` has
 * them; for what is made anew with each request. V8 (11.3, of Node 20) puts an object that was
 * spread and then given more keys among those that live long: there it lies, with all that it
 * holds, until the whole of memory is looked through, and thousands of requests a second heap up.
 */
export function merged<A extends object, B extends object>(a: A, b: B): Omit<A, keyof B> & B;
export function merged<A extends object, B extends object, C extends object>(
  a: A,
  b: B,
  c: C,
): Omit<A, keyof B | keyof C> & Omit<B, keyof C> & C;
export function merged(...objects: object[]): object {
  return Object.assign({}, ...objects);
}
