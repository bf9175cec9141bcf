import { isSensitive } from '../write/sensitive.ts';
import type { Storages } from '../write/stored-draft.ts';

/** What was typed after a change. Undefined: nothing but what the form starts with. */
export function typedAfter<Value extends object>(
  typed: Value | undefined,
  initial: Value,
  changes: Partial<Value>,
): Value | undefined {
  const next = { ...(typed ?? initial), ...changes };
  return JSON.stringify(next) === JSON.stringify(initial) ? undefined : next;
}

/**
 * What was typed, if this version of the form can show it. An earlier version may have kept it
 * without the lists and objects that were added since.
 */
export const shownOf = <Value extends object>(typed: Value | undefined, initial: Value) =>
  typed &&
  Object.entries(initial).every(([field, value]) => Object(value) !== value || field in typed)
    ? typed
    : undefined;

/**
 * Keeps what was typed, and nothing that nobody typed. What names a protected source is kept only
 * until the tab is closed.
 */
export function storeKept(
  { local, session }: Storages,
  key: string,
  typed: object | undefined,
): void {
  const [keeper, other] = isSensitive(typed) ? [session, local] : [local, session];
  try {
    other.removeItem(key);
    if (typed) keeper.setItem(key, JSON.stringify(typed));
    else keeper.removeItem(key);
  } catch {
    // The browser has no room. What was typed is still in the form.
  }
}

/** What was typed and is still kept. */
export function readKept<Value>({ local, session }: Storages, key: string): Value | undefined {
  try {
    const text = session.getItem(key) ?? local.getItem(key) ?? 'null';
    return (JSON.parse(text) as Value | null) ?? undefined;
  } catch {
    return undefined;
  }
}
