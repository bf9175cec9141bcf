/** A language, or that of a region, such as `ar-SY`, which has names of months of its own. */
export type FormatLocale = 'en' | 'ar' | `${'en' | 'ar'}-${Uppercase<string>}`;

/** How to word a value. */
export interface FormatOptions {
  /** Default: `en`. */
  readonly locale?: FormatLocale | undefined;
  /** Arabic-Indic digits (`arab`) or European ones (`latn`). Default: `latn`, in Arabic too. */
  readonly digits?: 'arab' | 'latn' | undefined;
}

/** Chooses between two wordings. */
type Say = (english: string, arabic: string) => string;

/** The choice of the language, and its locale for `Intl`. */
export const languageOf = ({
  locale = 'en',
  digits = 'latn',
}: FormatOptions = {}): [Say, string] => [
  (english, arabic) => (/^ar/.test(locale) ? arabic : english),
  // The calendar is fixed, because some platforms have another one for Saudi Arabia.
  `${locale}-u-ca-gregory-nu-${digits}`,
];
