/**
 * The closed lists of the schema at run time, with labels in English and Arabic. A bundler includes
 * only the lists that a program imports.
 */
export * from './generated/lists.ts';

/** What a person reads in place of a value. Without Arabic, the list is for programs. */
export interface Label {
  /** In English. */
  readonly en: string;
  /** In Arabic. */
  readonly ar?: string;
}

/** The values of a list in their natural order, such as Credibility ONE to SIX, with labels. */
export type ClosedList<Value extends string> = { readonly [V in Value]: Label };

/** The values of a list, in their natural order. */
export const valuesOf = <Value extends string>(list: ClosedList<Value>): Value[] =>
  Object.keys(list) as Value[];

/**
 * Whether this version of the SDK knows a value. A newer server may return others.
 * ```ts
 * if (isKnown(claimKinds, claim.kind)) filter = { kind: [claim.kind] };
 * ```
 */
export const isKnown = <Value extends string>(
  list: ClosedList<Value>,
  value: string,
): value is Value => Object.hasOwn(list, value);

/**
 * The label of a value. For a value that this version does not know, its words: `NEW_KIND` is "New
 * kind".
 * ```ts
 * labelOf(claimKinds, claim.kind, 'ar');
 * ```
 */
export function labelOf<Value extends string>(
  list: ClosedList<Value>,
  value: string,
  language: 'en' | 'ar' = 'en',
): string {
  if (isKnown(list, value)) return list[value][language] ?? list[value].en;
  const words = value.toLowerCase().split('_').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
