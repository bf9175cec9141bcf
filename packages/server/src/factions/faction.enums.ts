import { closedList } from '../values/enums.ts';

export const FactionKind = closedList('FactionKind', 'What sort of party it is.', {
  STATE_FORCES: 'Armed forces of the country’s government.',
  FOREIGN_STATE: 'Another state, or its forces.',
  REBEL_GROUP: 'An armed group that fights the government.',
  MILITIA: 'An armed group beside the regular forces of a side.',
  ALLIANCE: 'Several factions together under one name.',
  POLITICAL_BODY: 'A council, party or administration.',
  CIVILIANS: 'Civilians, where a report makes them a party.',
  UNKNOWN: 'Nobody said what it is.',
});
export type FactionKind = keyof typeof FactionKind;

export const FactionRelationKind = closedList(
  'FactionRelationKind',
  'How one faction is said to stand to another: read it from `from` to `to`.',
  {
    PART_OF: '`from` is part of `to`.',
    ALLIED_WITH: 'They are allies; direction means nothing.',
    AFFILIATE_OF: '`from` is an affiliate of `to`.',
    BACKED_BY: '`from` is backed by `to`.',
    OPPOSED_TO: 'They are opponents; direction means nothing.',
    SPLINTER_OF: '`from` split off from `to`.',
    SUCCESSOR_OF: '`from` succeeded `to`.',
    RECONCILED_WITH: '`from` made its peace with `to`.',
  },
);
export type FactionRelationKind = keyof typeof FactionRelationKind;
