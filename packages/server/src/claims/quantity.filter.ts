import { Field, InputType, Int } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { join, type Sql, sql } from '../compiler/sql.ts';
import { assertCounts, isInRange } from '../records/range.filter.ts';
import { Measure, PersonCategory } from './claim.enums.ts';

@InputType({
  description:
    'Conditions on a claim’s figures. All must hold for the same figure. Parts of other figures ' +
    'match only with `parts`. Null or omitted conditions are ignored.',
})
export class QuantityFilter {
  @Field(() => Measure, { description: 'What the figure counts, such as people killed.' })
  measure: Measure;

  @Field(() => Int, {
    nullable: true,
    description:
      'The figure may be this number or more: `max` is at least this number, or null. If there ' +
      'is only a best estimate, it counts as `max`.',
  })
  atLeast?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The figure may be this number or less: `min` is at most this number, or null. If there is ' +
      'only a best estimate, it counts as `min`.',
  })
  atMost?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether `atLeast` and `atMost` are compared with the best estimate instead of the bounds. ' +
      'Figures without a best estimate then do not match.',
  })
  best: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether parts of other figures match as well, such as the civilians among the people ' +
      'killed. By default, only whole figures match.',
  })
  parts: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the figure has no upper bound (`max` is null).',
  })
  openAbove?: boolean | null;

  @Field(() => PersonCategory, {
    nullable: true,
    description: 'The category of people that the figure counts.',
  })
  category?: PersonCategory | null;
}

/**
 * The condition that one figure of a claim meets the filter. Without `best`, `atLeast` may be more
 * than `atMost`: a figure of 0 to 10 may be 5 or more, and may be 1 or less.
 *
 * @throws Refusal naming the bound that is wrong.
 */
export function hasQuantity(
  claim: Sql,
  { measure, atLeast, atMost, best, parts, openAbove, category }: QuantityFilter,
  ctx: FilterContext,
): Sql {
  assertCounts({ atLeast, atMost }, ctx);
  const figure = ctx.alias();
  const conditions = [
    sql`${figure}.claim_id = ${claim}.id and ${figure}.measure = ${measure}::text`,
  ];
  if (!parts) conditions.push(sql`${figure}.part_of is null`);
  if (best) conditions.push(isInRange(sql`${figure}.best`, { atLeast, atMost }, ctx));
  if (best) conditions.push(sql`${figure}.best is not null`);
  if (!best && atLeast != null)
    conditions.push(
      sql`coalesce(${figure}.max, case when ${figure}.min is null then ${figure}.best end,
        2147483647) >= ${atLeast}::int`,
    );
  if (!best && atMost != null)
    conditions.push(
      sql`coalesce(${figure}.min, case when ${figure}.max is null then ${figure}.best end,
        0) <= ${atMost}::int`,
    );
  if (openAbove != null) conditions.push(sql`(${figure}.max is null) = ${openAbove}::boolean`);
  if (category != null) conditions.push(sql`${figure}.of_category = ${category}::text`);
  return sql`exists (select from quantity ${figure} where ${join(conditions, ' and ')})`;
}
