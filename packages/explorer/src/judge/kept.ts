/** What was typed after a change. Undefined: nothing but what the form starts with. */
export function typedAfter<Value extends object>(
  typed: Value | undefined,
  initial: Value,
  changes: Partial<Value>,
): Value | undefined {
  const next = { ...(typed ?? initial), ...changes };
  return JSON.stringify(next) === JSON.stringify(initial) ? undefined : next;
}

/** Keeps what was typed, and nothing that nobody typed. */
export function storeKept(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  key: string,
  typed: object | undefined,
): void {
  try {
    if (typed) storage.setItem(key, JSON.stringify(typed));
    else storage.removeItem(key);
  } catch {
    // The browser has no room. What was typed is still in the form.
  }
}
