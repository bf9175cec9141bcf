/** A random text that no other write has. */
export const newSeed = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');

/** A short hash of a text (FNV-1a). It only has to tell versions of one draft apart. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `${hash.toString(36)}${text.length.toString(36)}`;
}

const seedKey = (form: string): string => `claimgraph sending ${form}`;
/** Seeds that the browser did not keep. */
const seeds = new Map<string, string>();

/**
 * The idempotency key of what a form sends. The same content has the same key until it is written,
 * also after a reload, so that sending it again after a lost answer does not write it twice.
 */
export function writeKey(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  form: string,
  content: unknown,
): string {
  const key = seedKey(form);
  const seed = storage.getItem(key) ?? seeds.get(key) ?? newSeed();
  seeds.set(key, seed);
  try {
    storage.setItem(key, seed);
  } catch {
    // The browser has no room. The key lasts as long as the page.
  }
  return `${seed}-${hashOf(JSON.stringify(content))}`;
}

/** Called once a form's content is written: the same content sent again is another write. */
export function forgetWriteKey(storage: Pick<Storage, 'removeItem'>, form: string): void {
  seeds.delete(seedKey(form));
  storage.removeItem(seedKey(form));
}
