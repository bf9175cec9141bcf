/** A list with one item changed. */
export const changeAt = <Item extends object>(
  items: readonly Item[],
  at: number,
  changes: Partial<Item>,
): readonly Item[] => items.map((item, i) => (i === at ? { ...item, ...changes } : item));

/** A list without one item. */
export const removeAt = <Item>(items: readonly Item[], at: number): readonly Item[] =>
  items.filter((_, i) => i !== at);

/** A list in which an item has changed places with the one before. */
export const moveUp = <Item>(items: readonly Item[], at: number): readonly Item[] =>
  items.map((item, i) => items[i === at ? at - 1 : i === at - 1 ? at : i] ?? item);
