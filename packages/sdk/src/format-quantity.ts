import { type FormatLocale, type FormatOptions, languageOf } from './format-words.ts';

/** The part of a figure that its wording uses. Null: not stated. */
export interface FormattableQuantity {
  /** The lowest number that is possible. Null: not stated. */
  readonly min: number | null;
  /** The best estimate. Null: not stated. */
  readonly best: number | null;
  /** The highest number that is possible. Null: not stated. */
  readonly max: number | null;
  /** Whether the figure is stated as approximate, such as "about 2,000". */
  readonly approximate: boolean;
}

/**
 * Adds a noun to a number or range, as it is written. `value` is the number, or the higher number
 * of the range.
 */
export type AddNoun = (written: string, value: number) => string;

/** How to word a figure. */
export interface QuantityOptions extends FormatOptions {
  /** Names what the figure counts, see `pluralNoun`. Default: only the number is written. */
  readonly noun?: AddNoun | undefined;
}

/**
 * Words a figure as a range, without a middle value: "at least 6,000", "2–4", "about 2,000", "3–7
 * (best estimate 4)". A best estimate without bounds says that it is one.
 */
export function formatQuantity(
  { min, best, max, approximate }: FormattableQuantity,
  options?: QuantityOptions,
): string {
  const [say, tag] = languageOf(options);
  const [low, high, estimate] = [min, max, best].map((value) => value?.toLocaleString(tag));
  let text = low ?? high ?? estimate;
  if (!text) return say('unknown', 'غير معروف');
  if (high && text !== high) text = say(`${low}–${high}`, `من ${low} إلى ${high}`);
  text = options?.noun?.(text, max ?? min ?? best ?? 0) ?? text;
  const bestEstimate = (count: string) => say(`best estimate ${count}`, `أفضل تقدير ${count}`);
  if (approximate) text = say(`about ${text}`, `${text} تقريبًا`);
  if (low === high) return low || approximate ? text : bestEstimate(text);
  if (!high) text = say(`at least ${text}`, `${text} على الأقل`);
  if (!low) text = say(`at most ${text}`, `${text} على الأكثر`);
  return estimate ? `${text} (${bestEstimate(estimate)})` : text;
}

/**
 * What a figure counts, by the plural category of the number (Unicode CLDR). `#` is the number. A
 * form without `#` has the number in its word, such as an Arabic dual.
 */
export type NounForms = { readonly [Category in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

/**
 * A noun in the form that its number requires, for the option `noun` of `formatQuantity`:
 * ```ts
 * pluralNoun('en', { one: '# person', other: '# people' })
 * pluralNoun('ar', { two: 'شخصان', few: '# أشخاص', many: '# شخصًا', other: '# شخص' })
 * ```
 */
export function pluralNoun(locale: FormatLocale, forms: NounForms): AddNoun {
  const rules = new Intl.PluralRules(locale);
  return (written, value) => {
    const form = forms[rules.select(value)] ?? forms.other;
    // A dual is the number two itself, so it cannot be the noun of "1–2".
    const isRange = /[ –]/.test(written);
    return (isRange && !form.includes('#') ? forms.other : form).split('#').join(written);
  };
}
