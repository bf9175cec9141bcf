/** A column that follows from a text of the same row, and is set when the row is written. */
interface ComputedColumn {
  property: string;
  source: string;
  compute: (text: string) => unknown;
}

const computedColumns = new Map<Function, ComputedColumn[]>();

/**
 * Declares that a property is computed from a text property of its entity. Exports, imports and
 * histories leave it out, because it follows from the rest. Null: the text is null.
 */
export const ComputedFrom =
  (source: string, compute: ComputedColumn['compute']): PropertyDecorator =>
  (target, key) => {
    const entity = target.constructor;
    const column = { property: String(key), source, compute };
    computedColumns.set(entity, [...(computedColumns.get(entity) ?? []), column]);
  };

/** The names of the computed properties of an entity. */
export const computedProperties = (entity: Function): readonly string[] =>
  (computedColumns.get(entity) ?? []).map(({ property }) => property);

/** The computed properties of an entity, each with the text that it is computed from. */
export const computedSources = (entity: Function): readonly [property: string, source: string][] =>
  (computedColumns.get(entity) ?? []).map(({ property, source }) => [property, source]);

/** The computed properties for the texts that `row` has. Those of a missing text are left out. */
export function computedValues<T extends object>(
  entity: abstract new () => T,
  row: { [Key in keyof T]?: unknown },
): Partial<T> {
  const values: Record<string, unknown> = {};
  for (const { property, source, compute } of computedColumns.get(entity) ?? []) {
    const text = (row as Record<string, unknown>)[source];
    if (text !== undefined) values[property] = typeof text === 'string' ? compute(text) : null;
  }
  return values as Partial<T>;
}
