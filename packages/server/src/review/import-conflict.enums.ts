import { closedList } from '../values/enums.ts';

export const SuggestionKind = closedList(
  'SuggestionKind',
  'What the review list suggests, and why a person must decide.',
  {
    IMPORT_CONFLICT:
      'A person decided a value of a record, and an imported file says something else.',
  },
);
export type SuggestionKind = keyof typeof SuggestionKind;

export const ConflictState = closedList('ConflictState', 'What became of an import conflict.', {
  OPEN: 'Nobody has decided yet. The record has the value of the person.',
  KEPT: 'A person kept the value. The same value in a later file is not listed again.',
  TAKEN: 'A person took the value of the file. Later imports change the field again.',
  SETTLED: 'A later file no longer differs from the record, so there is nothing to decide.',
});
export type ConflictState = keyof typeof ConflictState;

export const ConflictChoice = closedList('ConflictChoice', 'How to resolve an import conflict.', {
  KEEP: 'The record keeps the value that a person decided.',
  TAKE: 'The record gets the value of the file.',
});
export type ConflictChoice = keyof typeof ConflictChoice;
