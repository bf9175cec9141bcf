import { claimRows } from '../claims/claim-index.rows.ts';
import type { FilterContext } from '../compiler/filter.ts';
import { column, type Sql, sql } from '../compiler/sql.ts';
import { mayBeWithdrawn } from '../records/withdrawn-filter.ts';
import { PlaceScope } from './location.enums.ts';

/** The label of a place: its name, subdistrict and governorate, as far as they are known. */
export const labelOf = (place: Sql): Sql =>
  sql`concat_ws(', ', ${column(place, 'name')}, (
    select string_agg(area.name, ', ' order by area.kind desc, inside.depth, area.id)
    from location_within inside join location area on area.id = inside.ancestor_id
    where inside.location_id = ${column(place, 'id')} and inside.depth > 0
      and area.kind in ('SUBDISTRICT', 'GOVERNORATE')))`;

/** The claims at a place. Those at and inside it are read from the claim index table. */
export function claimsAt(
  place: Sql,
  claim: Sql,
  { scope, filter }: { scope: PlaceScope; filter?: object | null },
  ctx: FilterContext,
) {
  const key = column(place, 'id');
  if (scope === PlaceScope.WITHIN) return claimRows('location', { key, claim, filter, ctx });
  const where = mayBeWithdrawn(filter, ctx) ? isAtWithoutIndex : isAt;
  return { from: sql`claim ${claim}`, where: where(claim, sql`select ${key}`, scope) };
}

/** The condition that a claim is at one of some places. `places` is a query of their keys. */
export const isAt = (claim: Sql, places: Sql, scope: PlaceScope): Sql =>
  scope === PlaceScope.EXACT
    ? sql`exists (select from claim_place at
        where at.claim_id = ${claim}.id and at.location_id in (${places}))`
    : sql`${claim}.id in (
        select claim_id from claim_within where location_id in (${expandScope(places, scope)}))`;

/** The same for claims that may be withdrawn, which the index table does not have. */
const isAtWithoutIndex = (claim: Sql, places: Sql, scope: PlaceScope): Sql =>
  sql`exists (select from claim_place at
    where at.claim_id = ${claim}.id and ${liesAt(sql`at.location_id`, places, scope)})`;

/** The condition that a place, given by its key, is one of some places or, by `scope`, in one. */
export const liesAt = (place: Sql, places: Sql, scope: PlaceScope): Sql =>
  scope === PlaceScope.EXACT
    ? sql`${place} in (${places})`
    : sql`${place} in (select location_id from location_within
        where ancestor_id in (${expandScope(places, scope)}))`;

/** Adds the places that overlap, if `scope` includes them. Takes and returns a query of keys. */
export const expandScope = (places: Sql, scope: PlaceScope): Sql =>
  scope === PlaceScope.WITHIN
    ? places
    : sql`${places} union
        select case when o.low_id in (${places}) then o.high_id else o.low_id end
        from location_overlap o where o.low_id in (${places}) or o.high_id in (${places})`;
