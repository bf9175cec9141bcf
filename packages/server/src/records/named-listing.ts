import { sql } from '../compiler/sql.ts';
import { closedList } from '../values/enums.ts';
import { notWithdrawn } from './record.entity.ts';

export const NamedOrderField = closedList(
  'NamedOrderField',
  'What named records can be sorted by.',
  {
    NAME: 'The name shown, by code points.',
    RECORDED: 'When it was written down here.',
  },
);

/** How sources, factions and locations are listed. */
export const namedListing = (filter: () => Function) => () => ({
  live: notWithdrawn,
  filter,
  orders: {
    NAME: {
      by: (row: Parameters<typeof notWithdrawn>[0]) => sql`${row}.name collate "C"`,
      cast: 'text' as const,
    },
    RECORDED: {
      by: (row: Parameters<typeof notWithdrawn>[0]) => sql`${row}.created_at`,
      cast: 'timestamptz' as const,
    },
  },
  fallback: { by: 'NAME', direction: 'ASC' as const },
});
