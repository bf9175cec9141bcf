import { Field, InputType, Int } from 'type-graphql';
import { and, raw, type Sql, sql } from '../compiler/sql.ts';
import { DateTime } from '../values/scalars.ts';

@InputType({ description: 'A range of whole numbers. Without bounds, every number matches.' })
export class CountRange {
  @Field(() => Int, {
    nullable: true,
    description: 'The smallest number that matches. Null or omitted: there is no lower bound.',
  })
  atLeast?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The largest number that matches. Null or omitted: there is no upper bound.',
  })
  atMost?: number | null;
}

/** The condition that a number is in the range. Null is in no range with bounds. */
export const isInRange = (number: Sql, { atLeast, atMost }: CountRange): Sql =>
  and([
    atLeast == null ? raw('true') : sql`${number} >= ${atLeast}::int`,
    atMost == null ? raw('true') : sql`${number} <= ${atMost}::int`,
  ]);

@InputType({
  description:
    'A range of moments that includes both ends, compared to the millisecond. Without ends, ' +
    'every moment matches.',
})
export class MomentRange {
  @Field(() => DateTime, {
    nullable: true,
    description: 'The first moment that matches. Null or omitted: the range has no start.',
  })
  from?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The last moment that matches. Null or omitted: the range has no end.',
  })
  to?: Date | null;
}

/** The condition that a moment is in the range. Moments in the database have microseconds. */
export const isInMoments = (moment: Sql, { from, to }: MomentRange): Sql =>
  and([
    from == null ? raw('true') : sql`${moment} >= ${from}::timestamptz`,
    to == null ? raw('true') : sql`${moment} < ${to}::timestamptz + interval '1 millisecond'`,
  ]);
