import { raw, type Sql, sql } from '../../compiler/sql.ts';
import { claimIndexColumns, indexColumn } from '../claim-index.columns.ts';
import type { ClaimBucket, ClaimDimension } from './claim-stats.types.ts';

/**
 * What claims are grouped by. A claim without exactly one value has the key null. Keys that are
 * texts have the collation "C", in which buckets are ordered.
 */
export interface Dimension {
  /** The key's column in every query of the statement. */
  column: Sql;
  type: 'text' | 'uuid' | 'int';
  /** The key of a claim `c`. */
  ofClaim: Sql;
  /** The same key in the tables that statistics of a place are read from, if they have it. */
  stored?: {
    /** In a row of `claim_within`. */
    inIndex: Sql;
    /** In a row of `tally`. */
    inRollup: Sql;
  };
}

const claim = raw('c');
const indexRow = raw('indexed');

const monthOf = (starts: Sql, occurred: Sql, span: Sql): Sql =>
  sql`nullif(month_of(${starts}, ${occurred}, ${span}), '') collate "C"`;

/** The only value that a claim has in another table; null if it has none or several. */
const onlyValue = (table: string, column: string, more = raw('')): Sql => {
  const value = sql`x.${raw(column)}`;
  return sql`(select case when count(distinct ${value}) = 1 then (array_agg(${value}))[1] end
    from ${raw(table)} x where x.claim_id = ${claim}.id${more})`;
};

const spanOfClaim = claimIndexColumns.span.ofClaim(claim, claim);

/** Each dimension, with the field of a bucket that has its key. */
export const dimensions: Record<ClaimDimension, Dimension & { field: keyof ClaimBucket }> = {
  MONTH: {
    field: 'month',
    column: raw('month'),
    type: 'text',
    ofClaim: monthOf(raw('c.occurred_earliest'), raw('c.occurred_latest'), spanOfClaim),
    stored: {
      inIndex: monthOf(
        indexColumn(indexRow, 'starts'),
        indexColumn(indexRow, 'occurred'),
        indexColumn(indexRow, 'span'),
      ),
      inRollup: raw(`nullif(month, '') collate "C"`),
    },
  },
  KIND: {
    field: 'kind',
    column: raw('kind'),
    type: 'text',
    ofClaim: raw('c.kind collate "C"'),
    stored: {
      inIndex: sql`${indexColumn(indexRow, 'kind')} collate "C"`,
      inRollup: raw('kind collate "C"'),
    },
  },
  STATUS: {
    field: 'status',
    column: raw('status'),
    type: 'text',
    ofClaim: raw('c.status collate "C"'),
    stored: {
      inIndex: sql`${indexColumn(indexRow, 'status')} collate "C"`,
      inRollup: raw('status collate "C"'),
    },
  },
  LOCATION: {
    field: 'location',
    column: raw('location_id'),
    type: 'uuid',
    ofClaim: onlyValue('claim_place', 'location_id'),
  },
  FACTION: {
    field: 'faction',
    column: raw('faction_id'),
    type: 'uuid',
    ofClaim: onlyValue('claim_party', 'faction_id'),
  },
  SOURCE: {
    field: 'source',
    column: raw('source_id'),
    type: 'uuid',
    ofClaim: onlyValue('speaker', 'source_id', raw(' and x.position = 0')),
  },
};

/** What claims are grouped by if no dimension is requested: one bucket, if there is any claim. */
export const everything: Dimension = {
  column: raw('everything'),
  type: 'int',
  ofClaim: raw('0'),
  stored: { inIndex: raw('0'), inRollup: raw('0') },
};
