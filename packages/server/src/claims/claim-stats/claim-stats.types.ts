import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Derived, SummaryRows } from '../../compiler/declare.ts';
import { column, raw, sql } from '../../compiler/sql.ts';
import { limits } from '../../values/limits.ts';
import { ClaimFilter } from '../claim.filter.ts';
import { ClaimBucket } from './claim-bucket.types.ts';
import { ClaimDimension, CountOnce } from './claim-stats.enums.ts';

/** The query whose rows are the buckets. */
export const bucketCte = 'gathered';

/** The query that counts the claims that totals leave out. */
export const leftOutCte = 'left_out';

/** The query that counts fears and the like, whose figures totals leave out. */
export const fearsCte = 'fears';

@ObjectType({
  description:
    'Counts of claims and sums of their figures, in buckets. Withdrawn claims are not counted. ' +
    'REFUTED and RETRACTED claims are left out unless `status` asks for them. Figures of FEARED, ' +
    'PREDICTED and DENIED claims are left out unless `modality` asks for them.',
})
export class ClaimStats {
  @Derived((bucket) => sql`coalesce(sum(${column(bucket, 'count')}), 0)::int`)
  @Field(() => Int, {
    description:
      'The number of events in all buckets, including buckets beyond `first`. With `countOnce: ' +
      'CLAIM`, the number of claims.',
  })
  total: number;

  @Derived(() => sql`(select claims from ${raw(leftOutCte)})`)
  @Field(() => Int, {
    description:
      'How many claims match the filter but are left out, because their status is REFUTED or ' +
      'RETRACTED and no `status` asks for them. 0: there are none.',
  })
  leftOut: number;

  @Derived(() => sql`(select claims from ${raw(fearsCte)})`)
  @Field(() => Int, {
    description:
      'How many claims that match the filter and are not in `leftOut` are FEARED, PREDICTED or ' +
      'DENIED, although no `modality` asks for them. Their figures are not added. If `by` has ' +
      'KIND, they are not counted either.',
  })
  fears: number;

  @Derived((bucket) => sql`coalesce(not bool_and(${column(bucket, 'shown')}), false)`)
  @Field(() => Boolean, { description: 'Whether there are more buckets than `first` allows.' })
  truncated: boolean;

  @SummaryRows({
    description:
      'The buckets, sorted by time if `by` has DAY, WEEK, MONTH or YEAR, otherwise by count, ' +
      'largest first. Further keys sort in the order of `by`. Null keys come last.',
    of: () => ClaimBucket,
    cte: bucketCte,
    order: (bucket) => column(bucket, 'place'),
    shown: (bucket) => column(bucket, 'shown'),
  })
  buckets: ClaimBucket[];
}

const maxBuckets = limits.buckets.max;

@ArgsType()
export class ClaimStatsArgs {
  @Field(() => ClaimFilter, {
    nullable: true,
    description:
      'Which claims to count. Null or omitted: all claims that are not withdrawn. REFUTED and ' +
      'RETRACTED claims count only if a `status` lists them, in the filter itself or in its ' +
      '`and` and `or`. A `status` below `not` never asks for claims.',
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
