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
  'What claims can be counted by. A claim that fits several values of a dimension is counted ' +
    'once, in the bucket whose key is null.',
  {
    MONTH:
      'The calendar month in which the claimed event certainly happened. Null: several months, ' +
      'open-ended or undated.',
    KIND:
      'What the claim is about. Claims that are FEARED, PREDICTED or DENIED are left out unless ' +
      '`modality` asks for them: a feared air strike is not an air strike.',
    STATUS: 'The verification status of the claim.',
    LOCATION:
      'The place that the claim itself names, not the areas around it. Null: it names none or ' +
      'several.',
    FACTION: 'The faction that the claim names. Null: it names none or several.',
    SOURCE: 'The first speaker, from whom the claim originates. Null: several first speakers.',
  },
);
export type ClaimDimension = keyof typeof ClaimDimension;

export const CountOnce = closedList('CountOnce', 'What counts as one in statistics.', {
  SAME_EVENT:
    'Each event counts once. Claims linked by SAME_EVENT or REPEATS, directly or through other ' +
    'claims, are one event, and its figures span theirs. It is in the bucket that all its claims ' +
    'share, otherwise in the bucket whose key is null.',
  CLAIM: 'Each claim counts once, even if other claims describe the same event.',
});
export type CountOnce = keyof typeof CountOnce;

@ObjectType({
  description:
    'The sum of the figures of one measure. Parts of other figures (`partOf`) are not added, and ' +
    'no value between two bounds is ever assumed.',
})
export class QuantityTotal {
  @Field(() => Measure, { description: 'What the figures count, such as people killed.' })
  measure: Measure;

  @Field(() => Int, {
    description: 'How many figures were added. All figures of one event count as one.',
  })
  figures: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of the lower bounds, a whole number. Figures without a lower bound add nothing. ' +
      'Null: no figure has one.',
  })
  sumMin: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of the best estimates of the `withBest` figures that have one, a whole number. An ' +
      'event whose claims disagree has none. Null: no figure has one.',
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
    'The claims that share the same value in every requested dimension. A key is null if its ' +
    'dimension was not requested, or if the claims have no single value.',
})
export class ClaimBucket {
  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description: 'The calendar month, `YYYY-MM`. Null: no single month, or not requested in `by`.',
  })
  month: string | null;

  @Field(() => ClaimKind, {
    nullable: true,
    description: 'The kind of the claims. Null: events of several kinds, or not requested in `by`.',
  })
  kind: ClaimKind | null;

  @Field(() => ClaimStatus, {
    nullable: true,
    description:
      'The verification status of the claims. Null: events of several statuses, or not requested ' +
      'in `by`.',
  })
  status: ClaimStatus | null;

  @RecordRef('location_id')
  @Field(() => Location, {
    nullable: true,
    description: 'The place that the claims name. Null: none, several, or not requested in `by`.',
  })
  location: Relation<Location> | null;

  @RecordRef('faction_id')
  @Field(() => Faction, {
    nullable: true,
    description: 'The faction that the claims name. Null: none, several, or not requested in `by`.',
  })
  faction: Relation<Faction> | null;

  @RecordRef('source_id')
  @Field(() => Source, {
    nullable: true,
    description: 'The first speaker of the claims. Null: several, or not requested in `by`.',
  })
  source: Relation<Source> | null;

  @Field(() => Int, {
    description: 'How many events are in the bucket; with `countOnce: CLAIM`, how many claims.',
  })
  count: number;

  @List({
    description: 'The figures of the bucket, added up by measure.',
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
  description: 'Counts of claims by kind, time and more. Withdrawn claims are not counted.',
})
export class ClaimStats {
  @Derived((bucket) => sql`coalesce(sum(${column(bucket, 'count')}), 0)::int`)
  @Field(() => Int, {
    description:
      'How many events are in all buckets, including those cut off by `first`; with `countOnce: ' +
      'CLAIM`, how many claims.',
  })
  total: number;

  @Derived((bucket) => sql`coalesce(not bool_and(${column(bucket, 'shown')}), false)`)
  @Field(() => Boolean, { description: 'Whether there are more buckets than `first` allows.' })
  truncated: boolean;

  @SummaryRows({
    description:
      'The buckets: by month if requested, otherwise the fullest first; then in the order of ' +
      '`by`. Null keys come last.',
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
    description: 'Which claims to count. Null or omitted: all that are not withdrawn.',
  })
  filter?: ClaimFilter | null;

  @Field(() => [ClaimDimension], {
    nullable: true,
    description: 'The dimensions to count by. Null, omitted or empty: one bucket for everything.',
  })
  by?: ClaimDimension[] | null;

  @Field(() => CountOnce, {
    defaultValue: CountOnce.SAME_EVENT,
    description: 'Whether claims about the same event count once.',
  })
  countOnce: CountOnce;

  @Field(() => Int, {
    defaultValue: maxBuckets,
    description: `The largest number of buckets to return, 1–${maxBuckets}.`,
  })
  first: number;
}
