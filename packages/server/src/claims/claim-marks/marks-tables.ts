import type { FilterContext } from '../../compiler/filter.ts';
import { join, raw, type Sql, sql } from '../../compiler/sql.ts';
import { countOfClaims, filteredClaims } from '../claim-stats/from-claims.ts';
import { assertCountable, statusesLeftOut } from '../claim-stats/request.ts';
import { countedOf, ofStatuses } from '../claim-stats/stats-tables.ts';
import {
  type ClaimMarkKey,
  type ClaimMarksArgs,
  markCte,
  markTotalsCte,
} from './claim-marks.types.ts';

/** A column of a mark: its value for a claim `c` at a place, and its type for those not asked. */
interface KeyColumn {
  name: string;
  type: 'uuid' | 'float8' | 'text' | 'bool';
  value: string;
}

const text = (name: string, value: string): KeyColumn => ({
  name,
  type: 'text',
  value: `${value} collate "C"`,
});

const isDated = 'c.occurred_edtf is not null';

/** The columns of each key, in the order in which marks with the same count are sorted. */
const columnsOf: Record<ClaimMarkKey, readonly KeyColumn[]> = {
  PLACE: [
    { name: 'location_id', type: 'uuid', value: 'p.location_id' },
    { name: 'lat', type: 'float8', value: 'coalesce(p.point_lat, l.point_lat)' },
    {
      name: 'lon',
      type: 'float8',
      value: 'case when p.point_lat is null then l.point_lon else p.point_lon end',
    },
    text('geo_precision', 'coalesce(p.geo_precision, l.geo_precision)'),
  ],
  TIME: [
    text('earliest', `to_char(c.occurred_earliest, 'YYYY-MM-DD')`),
    text('latest', `to_char(c.occurred_latest, 'YYYY-MM-DD')`),
    text('extent', 'c.occurred_extent'),
    {
      name: 'is_inferred',
      type: 'bool',
      value: `case when ${isDated} then c.occurred_basis = 'INFERRED' end`,
    },
    {
      name: 'is_vague',
      type: 'bool',
      value: `case when ${isDated} then c.occurred_approximate or c.occurred_uncertain end`,
    },
  ],
  KIND: [text('kind', 'c.kind')],
};

const keys = Object.keys(columnsOf) as ClaimMarkKey[];

/**
 * The queries that the marks are read from: `matching` has the claims, `gathered` the marks.
 *
 * @throws Refusal of a filter that asks for withdrawn claims.
 */
export function marksTables(args: ClaimMarksArgs, ctx: FilterContext): Sql {
  const { by, first } = args;
  assertCountable(args.filter, ctx);
  const filter = args.filter ?? {};
  const leavesOut = statusesLeftOut(filter);
  const { from, where } = filteredClaims(countedOf(filter, leavesOut), ctx.at('filter'), undefined);
  const outside = { filter: ofStatuses(filter, leavesOut) };
  const leftOut = leavesOut.length > 0 ? countOfClaims(outside, ctx, undefined) : raw('0');

  const columns = keys.flatMap((key) =>
    columnsOf[key].map(({ name, type, value }) => ({
      name,
      value: by.includes(key) ? value : `null::${type}`,
    })),
  );
  const names = [...columns.map(({ name }) => name), 'modality'].map((name) => raw(name));
  const values = columns.map(({ name, value }) => raw(`${value} as ${name}`));
  const places = by.includes('PLACE')
    ? raw(`left join claim_place p on p.claim_id = c.id
          left join location l on l.id = p.location_id`)
    : raw('');
  const order = [raw('count desc'), ...names.map((name) => sql`${name} nulls last`)];
  return sql`matching as (
      select c.id, coalesce(e.event_id, c.id) as event_id
      from ${from} left join claim_event e on e.claim_id = c.id where ${where} offset 0),
    ${raw(markTotalsCte)} as (
      select (select count(distinct event_id)::int from matching) as events,
        ${leftOut}::int as left_out),
    mark as (
      select ${join(names, ', ')}, count(distinct event_id)::int as count
      from (select ${join([...values, raw('c.modality collate "C" as modality')], ', ')},
          matching.event_id
        from matching join claim c using (id) ${places}) placed
      group by ${join(names, ', ')}),
    ${raw(markCte)} as (
      select ordered.*, place <= ${first}::int as shown
      from (select mark.*, row_number() over (order by ${join(order, ', ')}) as place
        from mark) ordered)`;
}
