import { Field, InputType, Int } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { and, raw, type Sql, sql } from '../compiler/sql.ts';
import { badInput, type Path } from '../values/errors.ts';
import { DateTime } from '../values/scalars.ts';

@InputType({
  description:
    'A range of counts, which are whole numbers of 0 or more. Without bounds, every number ' +
    'matches.',
})
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

/** Refuses a number that no count can be. @throws Refusal with its path. */
export function assertCount(count: number | null | undefined, path: Path): void {
  if (count != null && count < 0)
    throw badInput({ path, message: `${path.at(-1)} must be 0 or more, not ${count}.` });
}

/** Refuses bounds that no count can have. @throws Refusal naming the bound. */
export function assertCounts({ atLeast, atMost }: CountRange, ctx: FilterContext): void {
  assertCount(atLeast, [...ctx.path, 'atLeast']);
  assertCount(atMost, [...ctx.path, 'atMost']);
}

/**
 * The condition that a number is in the range. Null is in no range with bounds.
 *
 * @throws Refusal naming the bound that is wrong.
 */
export function isInRange(number: Sql, range: CountRange, ctx: FilterContext): Sql {
  assertCounts(range, ctx);
  const { atLeast, atMost } = range;
  if (atLeast != null && atMost != null && atLeast > atMost)
    throw badInput({
      path: [...ctx.path, 'atMost'],
      message: `atMost (${atMost}) is less than atLeast (${atLeast}).`,
    });
  return and([
    atLeast == null ? raw('true') : sql`${number} >= ${atLeast}::int`,
    atMost == null ? raw('true') : sql`${number} <= ${atMost}::int`,
  ]);
}

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

/**
 * The condition that a moment is in the range. Moments in the database have microseconds.
 *
 * @throws Refusal naming `to`.
 */
export function isInMoments(moment: Sql, { from, to }: MomentRange, ctx: FilterContext): Sql {
  if (from != null && to != null && from > to)
    throw badInput({
      path: [...ctx.path, 'to'],
      message: `The range ends (${to.toISOString()}) before it starts (${from.toISOString()}).`,
    });
  return and([
    from == null ? raw('true') : sql`${moment} >= ${from}::timestamptz`,
    to == null ? raw('true') : sql`${moment} < ${to}::timestamptz + interval '1 millisecond'`,
  ]);
}
