import { raw, type Sql, sql } from '../compiler/sql.ts';
import { snake } from '../values/snake.ts';

/*
 * What the claim index tables store, listed once. The entities, the triggers that maintain the
 * tables, the database's indexes, lists of claims and claim statistics all read these lists.
 */

/** The claim index tables, each with the column of its key. */
export const claimIndexTables = {
  location: { table: 'claim_within', key: 'location_id' },
  faction: { table: 'claim_of_faction', key: 'faction_id' },
  source: { table: 'claim_of_source', key: 'source_id' },
} as const;

export type ClaimIndexKey = keyof typeof claimIndexTables;

interface IndexColumn {
  type: 'text' | 'date' | 'smallint' | 'uuid';
  nullable?: boolean;
  /** The column's value for a claim. `event` is the claim's row of `claim_event`, if any. */
  ofClaim: (claim: Sql, event: Sql) => Sql;
}

const listOf = <Name extends string>(columns: Record<Name, IndexColumn>) => columns;

/** The columns of each claim index table, in addition to its key and the id of the claim. */
export const claimIndexColumns = listOf({
  kind: { type: 'text', ofClaim: (claim) => sql`${claim}.kind` },
  modality: { type: 'text', ofClaim: (claim) => sql`${claim}.modality` },
  status: { type: 'text', ofClaim: (claim) => sql`${claim}.status` },
  /** The day that lists are sorted by: the latest possible day, otherwise the earliest. */
  occurred: {
    type: 'date',
    nullable: true,
    ofClaim: (claim) => sql`coalesce(${claim}.occurred_latest, ${claim}.occurred_earliest)`,
  },
  /** The earliest possible day. */
  starts: { type: 'date', nullable: true, ofClaim: (claim) => sql`${claim}.occurred_earliest` },
  /** The class of the time between the earliest and the latest day: see `span_of`. */
  span: {
    type: 'smallint',
    nullable: true,
    ofClaim: (claim) => sql`span_of(${claim}.occurred_earliest, ${claim}.occurred_latest)`,
  },
  /** The event that the claim shares with other claims: see `ClaimEvent`. Null: none. */
  eventId: { type: 'uuid', nullable: true, ofClaim: (_, event) => sql`${event}.event_id` },
});

export type ClaimIndexColumn = keyof typeof claimIndexColumns;

/** A column of a row of a claim index table. */
export const indexColumn = (row: Sql, column: ClaimIndexColumn): Sql =>
  sql`${row}.${raw(snake(column))}`;
