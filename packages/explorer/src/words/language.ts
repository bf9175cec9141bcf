import {
  type ChainSpeaker,
  type FormattableDate,
  type FormattableQuantity,
  formatChain,
  formatFuzzyDate,
  formatQuantity,
} from '@claimgraph/sdk/format';
import { type ClosedList, labelOf } from '@claimgraph/sdk/lists';
import { createContext, useContext } from 'react';
import { ar } from './ar.ts';
import { en, type Words } from './en.ts';

export type LanguageCode = 'en' | 'ar';

/** A language with everything that words a value. Uncertain values are worded by the SDK. */
export interface Language {
  readonly code: LanguageCode;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
  number(value: number): string;
  label<Value extends string>(list: ClosedList<Value>, value: string): string;
  date(date: FormattableDate | null | undefined): string;
  figure(figure: FormattableQuantity): string;
  chain(chain: readonly ChainSpeaker[]): string;
  /** A moment of the ledger, such as when a record was changed. */
  moment(iso: string): string;
}

/** Makes a language. Arabic uses the names of months that Syria uses. */
export function languageOf(code: LanguageCode): Language {
  const locale = code === 'ar' ? ('ar-SY' as const) : ('en' as const);
  const numbers = new Intl.NumberFormat(`${locale}-u-nu-latn`);
  const moments = new Intl.DateTimeFormat(`${locale === 'en' ? 'en-GB' : locale}-u-nu-latn`, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return {
    code,
    direction: code === 'ar' ? 'rtl' : 'ltr',
    words: code === 'ar' ? ar : en,
    number: (value) => numbers.format(value),
    label: (list, value) => labelOf(list, value, code),
    date: (date) => formatFuzzyDate(date, { locale }),
    figure: (figure) => formatQuantity(figure, { locale }),
    chain: (chain) => formatChain(chain, { locale }),
    moment: (iso) => moments.format(new Date(iso)),
  };
}

export const LanguageContext = createContext<Language>(languageOf('en'));

/** The language of the page. */
export const useLanguage = (): Language => useContext(LanguageContext);
