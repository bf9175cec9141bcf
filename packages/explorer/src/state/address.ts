import { isSavedCase } from '../offline/saved-case.ts';

/**
 * Where the selection is in the address: its query, or in a saved case its fragment, because the
 * query of a file cannot be changed.
 */
export const readAddress = (): string =>
  isSavedCase ? location.hash.replace(/^#/, '') : location.search;

/** The address of a selection, from its query string. */
export const addressOf = (query: string): string =>
  isSavedCase ? `#${query}` : query || location.pathname;
