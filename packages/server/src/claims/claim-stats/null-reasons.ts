import { join, raw, type Sql, sql } from '../../compiler/sql.ts';
import type { NullReason } from './claim-stats.enums.ts';
import { type Dimension, sharedKey } from './dimensions.ts';

/*
 * Why keys of a bucket are null. The reasons are read only if they are requested: then each row of
 * `matching`, `event` and `entry` has, beside each key, a column with the reason or null.
 */

const reasons: NullReason[] = ['UNKNOWN', 'SEVERAL', 'OUTSIDE'];

/** The column with the reason why a key is null. */
export const reasonColumn = ({ column }: Dimension): string => `${column}_null`;

/** The reason for a claim. */
export const reasonOfClaim = (dimension: Dimension): Sql => {
  const { ofClaim, whyNull = raw('null::text') } = dimension;
  return sql`case when ${ofClaim} is null then ${whyNull} end as ${raw(reasonColumn(dimension))}`;
};

/** The reason that all claims of an event share. If they differ, the event has several values. */
export const reasonOfEvent = (dimension: Dimension): Sql => {
  const reason = reasonColumn(dimension);
  return raw(`case when ${sharedKey(dimension)} is null then
    case when count(${reason}) = count(*) and min(${reason}) = max(${reason})
      then min(${reason}) else 'SEVERAL' end end as ${reason}`);
};

/** How many entries have a reason. */
export const countReason = (dimension: Dimension, reason: NullReason): string =>
  `coalesce(sum(entries) filter (where ${reasonColumn(dimension)} = '${reason}'), 0)::int`;

const counterColumn = ({ column }: Dimension, reason: NullReason): string =>
  `${column}_${reason.toLowerCase()}`;

/** The same as columns, one for each dimension and reason. */
export const reasonCounters = (by: readonly Dimension[]): Sql[] =>
  by.flatMap((each) =>
    reasons.map((reason) => raw(`${countReason(each, reason)} as ${counterColumn(each, reason)}`)),
  );

/** Such a column in the row that counts claims or events, and not their figures. */
export const sumOfReason = (dimension: Dimension, reason: NullReason): string =>
  `coalesce(max(${counterColumn(dimension, reason)}) filter (where measure = ''), 0)`;

/** The arrays of `ClaimBucket.nulls`: an element for each dimension. */
export function reasonArrays(
  by: readonly Dimension[],
  count: (dimension: Dimension, reason: NullReason) => string,
): Sql {
  const named = by.filter(({ name }) => name);
  const array = (elements: readonly string[], type: string, column: string) =>
    sql`array[${join(elements.map(raw), ', ')}]${raw(`::${type}[] as null_${column}`)}`;
  const names = named.map(({ name }) => `'${name}'`);
  const countsOf = (reason: NullReason) => named.map((each) => count(each, reason));
  const arrays = [
    array(names, 'text', 'dimension'),
    ...reasons.map((reason) => array(countsOf(reason), 'int', reason.toLowerCase())),
  ];
  return join(arrays, ', ');
}
