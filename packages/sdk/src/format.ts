/** Words for what is hard to show: uncertain dates, figures with bounds, chains of speakers. */
export { type ChainOptions, type ChainSpeaker, formatChain } from './format-chain.ts';
export { type FormattableDate, formatFuzzyDate } from './format-date.ts';
export {
  type AddNoun,
  type FormattableQuantity,
  formatQuantity,
  type NounForms,
  pluralNoun,
  type QuantityOptions,
} from './format-quantity.ts';
export type { FormatLocale, FormatOptions } from './format-words.ts';
