import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Derived, JsonSafe, List, RecordRef, SummaryRows } from '../compiler/declare.ts';
import { column, join, raw, sql } from '../compiler/sql.ts';
import { Faction } from '../factions/faction.entity.ts';
import { Location } from '../locations/location.entity.ts';
import { Source } from '../sources/source.entity.ts';
import { closedList } from '../values/enums.ts';
import { ClaimKind, ClaimStatus, Measure } from './claim.enums.ts';
import { ClaimFilter } from './claim.filter.ts';

export const ClaimDimension = closedList(
  'ClaimDimension',
  'What claims are counted by. What lies in several buckets of one goes where its key is null.',
  {
    MONTH:
      'The month in which it surely happened. Null: it spans several, or is open or not dated.',
    KIND: 'What it is about. What is FEARED, PREDICTED or DENIED is then not counted, unless `modality` asks for it: a feared air strike is none.',
    STATUS: 'Where its verification stands.',
    LOCATION: 'The place that it names, as it names it. Null: it names none, or several.',
    FACTION: 'The faction that it names. Null: it names none, or several.',
    SOURCE: 'Its first speaker. Null: several were heard side by side.',
  },
);
export type ClaimDimension = keyof typeof ClaimDimension;

export const CountOnce = closedList('CountOnce', 'What is counted once.', {
  SAME_EVENT:
    'An event: claims joined by SAME_EVENT or REPEATS, directly or by way of others, count once, by the span of their figures. It goes where all of them go, else where the key is null.',
  CLAIM: 'Every claim by itself, whatever event it is about.',
});
export type CountOnce = keyof typeof CountOnce;

@ObjectType({
  description:
    'The figures of one measure, added up. Shares of other figures (`partOf`) are left out; nothing is ever made up between bounds.',
})
export class QuantityTotal {
  @Field(() => Measure, { description: 'What is counted.' })
  measure: Measure;

  @Field(() => Int, { description: 'How many figures were added up. Those of one event are one.' })
  figures: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of lower bounds, a whole number; a figure without one adds nothing. Null: none has one.',
  })
  sumMin: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum of best estimates, of the `withBest` figures that give one; where claims of one event give different ones, it has none. Null: none has one.',
  })
  sumBest: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The sum of upper bounds, a whole number. Null: at least one is open above.',
  })
  sumMax: number | null;

  @Field(() => Int, { description: 'How many of the figures give a best estimate.' })
  withBest: number;

  @Field(() => Int, { description: 'How many of the figures are open above.' })
  openAbove: number;
}

/** How a bucket has its totals: arrays of one length, by name of the column that a total reads. */
export const totals = [
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
    'Claims that agree in all that was asked by. A key is null where it was not asked by, or where a claim has not just one.',
})
export class ClaimBucket {
  @JsonSafe()
  @Field(() => String, {
    nullable: true,
    description: 'The month, `YYYY-MM`. Null: not in one month, or not asked by.',
  })
  month: string | null;

  @Field(() => ClaimKind, {
    nullable: true,
    description: 'The kind. Null: an event of several, or not asked by.',
  })
  kind: ClaimKind | null;

  @Field(() => ClaimStatus, {
    nullable: true,
    description: 'The status. Null: an event of several, or not asked by.',
  })
  status: ClaimStatus | null;

  @RecordRef('location_id')
  @Field(() => Location, {
    nullable: true,
    description: 'The place. Null: none, several, or not asked by.',
  })
  location: Relation<Location> | null;

  @RecordRef('faction_id')
  @Field(() => Faction, {
    nullable: true,
    description: 'The faction. Null: none, several, or not asked by.',
  })
  faction: Relation<Faction> | null;

  @RecordRef('source_id')
  @Field(() => Source, {
    nullable: true,
    description: 'The first speaker. Null: several, or not asked by.',
  })
  source: Relation<Source> | null;

  @Field(() => Int, { description: 'How many events, or claims where `countOnce` says so.' })
  count: number;

  @List({
    description: 'Their figures, by measure.',
    of: () => QuantityTotal,
    rows: (bucket, row) => {
      const arrays = totals.map((name) => column(bucket, name));
      return {
        from: sql`unnest(${join(arrays, ', ')}) ${row}(${raw(totals.join(', '))})`,
        where: raw('true'),
      };
    },
    order: (row) => sql`${row}.measure collate "C"`,
  })
  quantities: QuantityTotal[];
}

/** The name of the query whose rows are the buckets. */
export const bucketCte = 'gathered';

@ObjectType({ description: 'How many claims, of what and when. Withdrawn ones are not counted.' })
export class ClaimStats {
  @Derived((bucket) => sql`coalesce(sum(${column(bucket, 'count')}), 0)::int`)
  @Field(() => Int, {
    description:
      'How many events, or claims where `countOnce` says so, in all buckets, those left out by `first` too.',
  })
  total: number;

  @Derived((bucket) => sql`coalesce(not bool_and(${column(bucket, 'shown')}), false)`)
  @Field(() => Boolean, { description: 'Whether there are more buckets than `first` lets in.' })
  truncated: boolean;

  @SummaryRows({
    description:
      'By month where that is asked by, else the fullest first; then in the order of `by`, what has no key last.',
    of: () => ClaimBucket,
    cte: bucketCte,
    order: (bucket) => sql`${bucket}.place`,
    shown: (bucket) => sql`${bucket}.shown`,
  })
  buckets: ClaimBucket[];
}

export const maxBuckets = 1_000;

@ArgsType()
export class ClaimStatsArgs {
  @Field(() => ClaimFilter, {
    nullable: true,
    description: 'Which claims. Left out: all that are not withdrawn.',
  })
  filter?: ClaimFilter | null;

  @Field(() => [ClaimDimension], {
    nullable: true,
    description: 'What to count by. Left out or empty: all in one bucket.',
  })
  by?: ClaimDimension[] | null;

  @Field(() => CountOnce, {
    defaultValue: CountOnce.SAME_EVENT,
    description: 'Whether claims about one event count once.',
  })
  countOnce: CountOnce;

  @Field(() => Int, {
    defaultValue: maxBuckets,
    description: `How many buckets at most, 1–${maxBuckets}.`,
  })
  first: number;
}
