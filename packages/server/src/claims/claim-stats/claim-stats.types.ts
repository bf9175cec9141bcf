import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Derived, JsonSafe, List, RecordRef, SummaryRows } from '../../compiler/declare.ts';
import { column, join, raw, sql } from '../../compiler/sql.ts';
import { Faction } from '../../factions/faction.entity.ts';
import { Location } from '../../locations/location.entity.ts';
import { Source } from '../../sources/source.entity.ts';
import { closedList } from '../../values/enums.ts';
import { ClaimKind, ClaimStatus, Measure } from '../claim.enums.ts';
import { ClaimFilter } from '../claim.filter.ts';

export const ClaimDimension = closedList(
  'ClaimDimension',
  'What claims can be counted by. A claim with several values for a dimension is counted once, ' +
    'in the bucket whose key is null.',
  {
    MONTH:
      'The calendar month in which what the claim describes certainly happened. Null: several ' +
      'months, open-ended or undated.',
    KIND:
      'What the claim is about. FEARED, PREDICTED and DENIED claims are left out unless ' +
      '`modality` lists them: a feared air strike is not an air strike.',
    STATUS: 'The verification status of the claim.',
    LOCATION:
      'The location that the claim names, not the areas around it. Null: the claim names none or ' +
      'several.',
    FACTION: 'The faction that the claim names. Null: the claim names none or several.',
    SOURCE: 'The first speaker, from whom the claim originates. Null: several first speakers.',
  },
);
export type ClaimDimension = keyof typeof ClaimDimension;

export const CountOnce = closedList('CountOnce', 'What counts as one in statistics.', {
  SAME_EVENT:
    'Each event counts once. An event is a claim with all claims linked to it by SAME_EVENT or ' +
    'REPEATS, directly or through others. Its figures span those of its claims. If the claims ' +
    'differ in a dimension, the event is in the bucket whose key is null.',
  CLAIM: 'Each claim counts once, even if it is linked to other claims as one event.',
});
export type CountOnce = keyof typeof CountOnce;

@ObjectType({
  description:
    'The sum of all figures with the same measure. Parts of other figures (`partOf`) are not ' +
    'added, and no value between two bounds is ever assumed.',
})
export class QuantityTotal {
  @Field(() => Measure, { description: 'What the figures count, such as people killed.' })
  measure: Measure;

  @Field(() => Int, {
    description: 'How many figures were added. The figures of one event count as one.',
  })
  figures: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of the lower bounds, a whole number. Figures without a lower bound add nothing. ' +
      'Null: no figure has a lower bound.',
  })
  sumMin: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of the best estimates, a whole number. An event whose claims disagree has no best ' +
      'estimate. Null: no figure has a best estimate.',
  })
  sumBest: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of the upper bounds, a whole number. Null: at least one figure has no upper bound.',
  })
  sumMax: number | null;

  @Field(() => Int, { description: 'How many of the figures have a best estimate.' })
  withBest: number;

  @Field(() => Int, { description: 'How many of the figures have no upper bound.' })
  openAbove: number;
}

/** The columns with a bucket's totals: arrays of equal length, with an element for each measure. */
export const totalColumns = [
  'measure',
  'figures',
  'sum_min',
  'sum_best',
  'sum_max',
  'with_best',
  'open_above',
] as const;

@ObjectType({
  description:
    'The claims that share the same value in every requested dimension. A key is null if `by` ' +
    'lacks its dimension, or if the claims have no single value.',
})
export class ClaimBucket {
  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description:
      'The calendar month, `YYYY-MM`. Null: the claims have no single month, or `by` lacks MONTH.',
  })
  month: string | null;

  @Field(() => ClaimKind, {
    nullable: true,
    description:
      'What the claims are about. Null: the claims of an event differ, or `by` lacks KIND.',
  })
  kind: ClaimKind | null;

  @Field(() => ClaimStatus, {
    nullable: true,
    description:
      'The verification status of the claims. Null: the claims of an event differ, or `by` lacks ' +
      'STATUS.',
  })
  status: ClaimStatus | null;

  @RecordRef('location_id')
  @Field(() => Location, {
    nullable: true,
    description:
      'The location that the claims name. Null: they name none or several, or `by` lacks LOCATION.',
  })
  location: Relation<Location> | null;

  @RecordRef('faction_id')
  @Field(() => Faction, {
    nullable: true,
    description:
      'The faction that the claims name. Null: they name none or several, or `by` lacks FACTION.',
  })
  faction: Relation<Faction> | null;

  @RecordRef('source_id')
  @Field(() => Source, {
    nullable: true,
    description:
      'The first speaker of the claims. Null: they have several first speakers, or `by` lacks ' +
      'SOURCE.',
  })
  source: Relation<Source> | null;

  @Field(() => Int, {
    description:
      'The number of events in the bucket or, with `countOnce: CLAIM`, the number of claims.',
  })
  count: number;

  @List({
    description: 'The sums of the figures in the bucket, one for each measure.',
    of: () => QuantityTotal,
    rows: (bucket, row) => {
      const arrays = totalColumns.map((name) => column(bucket, name));
      return {
        from: sql`unnest(${join(arrays, ', ')}) ${row}(${raw(totalColumns.join(', '))})`,
        where: raw('true'),
      };
    },
    order: (row) => sql`${column(row, 'measure')} collate "C"`,
  })
  quantities: QuantityTotal[];
}

/** The query whose rows are the buckets. */
export const bucketCte = 'gathered';

@ObjectType({
  description:
    'Counts of claims and sums of their figures, in buckets. Withdrawn claims are not counted.',
})
export class ClaimStats {
  @Derived((bucket) => sql`coalesce(sum(${column(bucket, 'count')}), 0)::int`)
  @Field(() => Int, {
    description:
      'The number of events in all buckets, including buckets beyond `first`. With `countOnce: ' +
      'CLAIM`, the number of claims.',
  })
  total: number;

  @Derived((bucket) => sql`coalesce(not bool_and(${column(bucket, 'shown')}), false)`)
  @Field(() => Boolean, { description: 'Whether there are more buckets than `first` allows.' })
  truncated: boolean;

  @SummaryRows({
    description:
      'The buckets, sorted by month if `by` has MONTH, otherwise by count, largest first. ' +
      'Further keys sort in the order of `by`. Null keys come last.',
    of: () => ClaimBucket,
    cte: bucketCte,
    order: (bucket) => column(bucket, 'place'),
    shown: (bucket) => column(bucket, 'shown'),
  })
  buckets: ClaimBucket[];
}

export const maxBuckets = 1_000;

@ArgsType()
export class ClaimStatsArgs {
  @Field(() => ClaimFilter, {
    nullable: true,
    description: 'Which claims to count. Null or omitted: all claims that are not withdrawn.',
  })
  filter?: ClaimFilter | null;

  @Field(() => [ClaimDimension], {
    nullable: true,
    description: 'The dimensions to count by. Null, omitted or empty: one bucket for all claims.',
  })
  by?: ClaimDimension[] | null;

  @Field(() => CountOnce, {
    defaultValue: CountOnce.SAME_EVENT,
    description: 'What counts as one: an event, or each of its claims.',
  })
  countOnce: CountOnce;

  @Field(() => Int, {
    defaultValue: maxBuckets,
    description: `The largest number of buckets to return, 1–${maxBuckets}.`,
  })
  first: number;
}
