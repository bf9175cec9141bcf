import { closedList } from '../values/enums.ts';

export const FactionKind = closedList('FactionKind', 'What kind of party a faction is.', {
  STATE_FORCES: 'The armed forces of the country’s government.',
  FOREIGN_STATE: 'Another state, or its armed forces.',
  REBEL_GROUP: 'An armed group that fights the government.',
  MILITIA: 'An armed group that fights alongside the regular forces of one side.',
  ALLIANCE: 'Several factions that act together under one name.',
  POLITICAL_BODY: 'A council, political party or administration.',
  CIVILIANS: 'Civilians, where a report treats them as a party.',
  UNKNOWN: 'No source says what kind of party the faction is.',
});
export type FactionKind = keyof typeof FactionKind;

export const FactionRelationKind = closedList(
  'FactionRelationKind',
  'How one faction is said to relate to another. Read each kind from `from` to `to`.',
  {
    PART_OF: 'The faction in `from` is part of `to`.',
    ALLIED_WITH: 'The two factions are allies. The direction has no meaning.',
    AFFILIATE_OF: 'The faction in `from` is an affiliate of `to`.',
    BACKED_BY: 'The faction in `from` is supported by `to`.',
    OPPOSED_TO: 'The two factions are opponents. The direction has no meaning.',
    SPLINTER_OF: 'The faction in `from` split off from `to`.',
    SUCCESSOR_OF: 'The faction in `from` succeeded `to`.',
    RECONCILED_WITH: 'The faction in `from` reconciled with `to`.',
  },
);
export type FactionRelationKind = keyof typeof FactionRelationKind;
