import { Field, InputType } from 'type-graphql';
import type { FilterContext } from '../compiler/filter.ts';
import { join, or, raw, type Sql, sql } from '../compiler/sql.ts';
import { closedList } from '../values/enums.ts';
import { badInput } from '../values/errors.ts';
import { civilDay } from '../values/fuzzy-date.ts';

export const PeriodMatch = closedList(
  'PeriodMatch',
  'How a date or interval must relate to a period.',
  {
    OVERLAPS: 'The date may be in the period. An unknown bound counts as unbounded.',
    WITHIN: 'The date is certainly in the period, because both of its bounds are in the period.',
  },
);

@InputType({
  description:
    'A period of civil days that includes both ends. Without `from` and `to`, the period matches ' +
    'everything.',
})
export class PeriodFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'The first day of the period, `YYYY-MM-DD`. Null or omitted: the period has no start.',
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The last day of the period, `YYYY-MM-DD`. Null or omitted: the period has no end.',
  })
  to?: string | null;

  @Field(() => PeriodMatch, {
    defaultValue: PeriodMatch.OVERLAPS,
    description: 'Whether a date matches if it may be in the period, or only if it certainly is.',
  })
  match: keyof typeof PeriodMatch;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether undated records match as well.',
  })
  unknown: boolean;
}

/**
 * The first and last day of a period; undefined if it has neither.
 *
 * @throws Refusal naming `from` or `to`.
 */
export function periodBounds(
  period: PeriodFilter,
  ctx: FilterContext,
): { from: string | null; to: string | null } | undefined {
  const from = civilDay(period.from, [...ctx.path, 'from']);
  const to = civilDay(period.to, [...ctx.path, 'to']);
  if (from && to && from > to)
    throw badInput({
      path: [...ctx.path, 'to'],
      message: `The period ends (${to}) before it starts (${from}).`,
    });
  return from || to ? { from, to } : undefined;
}

/**
 * The condition that the time from `earliest` to `latest` matches the period. It is undated if
 * both are null.
 *
 * @throws Refusal naming `from` or `to`.
 */
export function overlapsPeriod(
  period: PeriodFilter,
  earliest: Sql,
  latest: Sql,
  ctx: FilterContext,
): Sql {
  const bounds = periodBounds(period, ctx);
  if (!bounds) return raw('true');
  const { from, to } = bounds;
  const conditions = [sql`(${earliest} is not null or ${latest} is not null)`];
  if (period.match === PeriodMatch.WITHIN) {
    if (from) conditions.push(sql`${earliest} >= ${from}::date`);
    if (to) conditions.push(sql`${latest} <= ${to}::date`);
  } else {
    if (from) conditions.push(sql`(${latest} >= ${from}::date or ${latest} is null)`);
    if (to) conditions.push(sql`(${earliest} <= ${to}::date or ${earliest} is null)`);
  }
  const dated = join(conditions, ' and ');
  return period.unknown
    ? or([sql`(${dated})`, sql`(${earliest} is null and ${latest} is null)`])
    : sql`(${dated})`;
}

/**
 * The condition that something may have held on a day: no known bound excludes the day.
 *
 * @throws Refusal if the day is not in the calendar.
 */
export function mayHoldOn(day: string, earliest: Sql, latest: Sql, ctx: FilterContext): Sql {
  const date = sql`${civilDay(day, ctx.path)}::date`;
  return sql`coalesce(${earliest} <= ${date}, true) and coalesce(${latest} >= ${date}, true)`;
}
