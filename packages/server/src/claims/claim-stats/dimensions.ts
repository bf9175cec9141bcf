import { raw, type Sql, sql } from '../../compiler/sql.ts';
import { claimIndexColumns, indexColumn } from '../claim-index.columns.ts';
import { citationsOfClaim, dateWidth } from '../claim-measures.ts';
import type { ClaimBucket } from './claim-bucket.types.ts';
import type { ClaimDimension } from './claim-stats.enums.ts';
import {
  onlyArea,
  onlyFaction,
  onlyFirstSpeaker,
  onlyLocation,
  onlyVictim,
  type ValueKey,
} from './only-key.ts';

/**
 * What claims are grouped by. A claim without exactly one value has the key null. To add a
 * dimension, add it to the enum, to `dimensions`, and its field to `ClaimBucket`. Keys that are
 * texts have the collation "C", in which buckets are ordered.
 */
export interface Dimension extends ValueKey {
  /** Absent: claims are not grouped. */
  name?: ClaimDimension;
  /** The key's column in every query of the statement. */
  column: string;
  type: 'text' | 'uuid' | 'int';
  /** Whether it is a time, by which buckets are sorted first. */
  isTime?: boolean;
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

const whyUndated = raw(`case when coalesce(c.occurred_earliest, c.occurred_latest) is null
  then 'UNKNOWN' else 'SEVERAL' end`);

/** A period of the calendar that contains the whole range of possible dates. */
const periodOf = (unit: string, format: string): ValueKey & { isTime: true } => ({
  ofClaim: raw(`case when c.occurred_earliest = c.occurred_latest
    or date_trunc('${unit}', c.occurred_earliest) = date_trunc('${unit}', c.occurred_latest)
    then to_char(c.occurred_latest, '${format}') end collate "C"`),
  whyNull: whyUndated,
  isTime: true,
});

/** A column that the index tables have, too. Every claim has a value. */
const stored = (column: 'kind' | 'status'): Pick<Dimension, 'ofClaim' | 'stored'> => ({
  ofClaim: raw(`c.${column} collate "C"`),
  stored: {
    inIndex: sql`${indexColumn(indexRow, column)} collate "C"`,
    inRollup: raw(`${column} collate "C"`),
  },
});

const spanOfClaim = claimIndexColumns.span.ofClaim(claim, claim);

type Declared = Dimension & { field: keyof ClaimBucket };

/** Each dimension, with the field of a bucket that has its key. */
const declared: Record<ClaimDimension, Declared> = {
  DAY: { field: 'day', column: 'day', type: 'text', ...periodOf('day', 'YYYY-MM-DD') },
  WEEK: { field: 'week', column: 'week', type: 'text', ...periodOf('week', 'IYYY-"W"IW') },
  MONTH: {
    field: 'month',
    column: 'month',
    type: 'text',
    isTime: true,
    ofClaim: monthOf(raw('c.occurred_earliest'), raw('c.occurred_latest'), spanOfClaim),
    whyNull: whyUndated,
    stored: {
      inIndex: monthOf(
        indexColumn(indexRow, 'starts'),
        indexColumn(indexRow, 'occurred'),
        indexColumn(indexRow, 'span'),
      ),
      inRollup: raw(`nullif(month, '') collate "C"`),
    },
  },
  YEAR: { field: 'year', column: 'year', type: 'text', ...periodOf('year', 'YYYY') },
  DATE_WIDTH: {
    field: 'dateWidth',
    column: 'date_width',
    type: 'int',
    ofClaim: dateWidth(claim),
    whyNull: whyUndated,
  },
  KIND: { field: 'kind', column: 'kind', type: 'text', ...stored('kind') },
  STATUS: { field: 'status', column: 'status', type: 'text', ...stored('status') },
  LOCATION: { field: 'location', column: 'location_id', type: 'uuid', ...onlyLocation() },
  ADMIN1: { field: 'admin1', column: 'admin1_id', type: 'uuid', ...onlyArea('GOVERNORATE') },
  ADMIN2: { field: 'admin2', column: 'admin2_id', type: 'uuid', ...onlyArea('DISTRICT') },
  FACTION: { field: 'faction', column: 'faction_id', type: 'uuid', ...onlyFaction() },
  SOURCE: { field: 'source', column: 'source_id', type: 'uuid', ...onlyFirstSpeaker() },
  OUTLET: {
    field: 'outlet',
    column: 'outlet_id',
    type: 'uuid',
    joins: [raw('join report outlet on outlet.id = c.report_id')],
    ofClaim: raw('outlet.publisher_id'),
    whyNull: raw(`'UNKNOWN'`),
  },
  VICTIM: { field: 'victim', column: 'victim', type: 'text', ...onlyVictim('of_category') },
  VICTIM_FACTION: {
    field: 'victimFaction',
    column: 'victim_faction_id',
    type: 'uuid',
    ...onlyVictim('of_faction_id'),
  },
  CITATIONS: {
    field: 'citations',
    column: 'citations',
    type: 'int',
    ofClaim: citationsOfClaim(claim),
  },
};

export const dimensions = Object.entries(declared).map(([name, dimension]) => ({
  ...dimension,
  name: name as ClaimDimension,
}));

/** What claims are grouped by if no dimension is requested: one bucket, if there is any claim. */
export const everything: Dimension = {
  column: 'everything',
  type: 'int',
  ofClaim: raw('0'),
  stored: { inIndex: raw('0'), inRollup: raw('0') },
};

/** The key that all claims of an event share, otherwise null. PostgreSQL 17 has no `min(uuid)`. */
export const sharedKey = ({ column, type }: Dimension): string =>
  type === 'uuid'
    ? `case when count(${column}) = count(*) and count(distinct ${column}) = 1
        then (array_agg(${column}))[1] end`
    : `case when count(${column}) = count(*) and min(${column}) = max(${column})
        then min(${column}) end`;
