import { type Sql, sql } from '../compiler/sql.ts';
import { closedList } from '../values/enums.ts';
import { notWithdrawn } from './record.entity.ts';
import { withdrawnKey } from './withdrawn-filter.ts';

export const NamedOrderField = closedList(
  'NamedOrderField',
  'What sources, factions and locations can be sorted by.',
  {
    NAME: 'The record’s displayed name, by Unicode code points.',
    RECORDED: 'When the record was created in this ledger.',
  },
);

/** How sources, factions and locations are listed: by name, by default. */
export const namedListing = (filter: () => Function) => () => ({
  live: notWithdrawn,
  liveKey: withdrawnKey,
  filter,
  orders: {
    NAME: {
      by: (row: Sql) => sql`${row}.name collate "C"`,
      cast: 'text' as const,
    },
    RECORDED: {
      by: (row: Sql) => sql`${row}.created_at`,
      cast: 'timestamptz' as const,
    },
  },
  fallback: { by: 'NAME', direction: 'ASC' as const },
});
