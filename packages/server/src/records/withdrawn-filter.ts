import { ArgsType, Field } from 'type-graphql';
import { FirstArgs } from '../compiler/connection-types.ts';
import type { FilterContext } from '../compiler/filter.ts';
import { Where } from '../compiler/filter.ts';
import { raw, type Sql, sql } from '../compiler/sql.ts';
import { closedList } from '../values/enums.ts';

export const WithdrawnMatch = closedList(
  'WithdrawnMatch',
  'Whether a list contains withdrawn records.',
  {
    EXCLUDE: 'The list contains no withdrawn records.',
    INCLUDE: 'The list contains withdrawn records too.',
    ONLY: 'The list contains withdrawn records only.',
  },
);
export type WithdrawnMatch = keyof typeof WithdrawnMatch;

/** The filter key that decides about withdrawn records, in place of the default of lists. */
export const withdrawnKey = 'withdrawn';

/** Whether a list may contain withdrawn records, so that index tables cannot answer it. */
export const mayBeWithdrawn = (filter: object | null | undefined, ctx: FilterContext): boolean =>
  filter != null && ctx.asks(filter, withdrawnKey);

/** The condition that a row of a record or relation matches. */
export function matchesWithdrawn(row: Sql, match: WithdrawnMatch): Sql {
  if (match === WithdrawnMatch.INCLUDE) return raw('true');
  return match === WithdrawnMatch.ONLY
    ? sql`${row}.withdrawn_at is not null`
    : sql`${row}.withdrawn_at is null`;
}

/** Declares the filter key `withdrawn` of a record type. `noun` is the type as a word. */
export const WithdrawnCondition =
  (noun: string): PropertyDecorator =>
  (target, key) => {
    Field(() => WithdrawnMatch, {
      nullable: true,
      description:
        `Whether withdrawn ${noun}s match. Null or omitted: lists leave them out. In a filter ` +
        'within another one it makes no difference whether they are withdrawn.',
    })(target, key as string);
    Where((row, match: WithdrawnMatch) => matchesWithdrawn(row, match))(target, key);
  };

@ArgsType()
export class WithdrawnArgs extends FirstArgs {
  @Field(() => WithdrawnMatch, {
    defaultValue: WithdrawnMatch.EXCLUDE,
    description: 'Whether to return items that are withdrawn themselves.',
  })
  withdrawn: WithdrawnMatch;
}
