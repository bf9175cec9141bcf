import { claimIndexRows } from '../claims/claim-index.entity.ts';
import { column, type Sql, sql } from '../compiler/sql.ts';
import { PlaceScope } from './location.enums.ts';

/** The label of a place: its name, subdistrict and governorate, as far as they are known. */
export const labelOf = (place: Sql): Sql =>
  sql`concat_ws(', ', ${column(place, 'name')}, (
    select string_agg(area.name, ', ' order by area.kind desc, inside.depth, area.id)
    from location_within inside join location area on area.id = inside.ancestor_id
    where inside.location_id = ${column(place, 'id')} and inside.depth > 0
      and area.kind in ('SUBDISTRICT', 'GOVERNORATE')))`;

/** The claims at a place. Those at and inside it are read from the claim index table. */
export const claimsAt = (place: Sql, claim: Sql, { scope }: { scope: PlaceScope }) =>
  scope === PlaceScope.WITHIN
    ? claimIndexRows('location', column(place, 'id'), claim)
    : {
        from: sql`claim ${claim}`,
        where: isAt(claim, sql`select ${column(place, 'id')}`, scope),
      };

/** The condition that a claim is at one of some places. `places` is a query of their keys. */
export const isAt = (claim: Sql, places: Sql, scope: PlaceScope): Sql =>
  scope === PlaceScope.EXACT
    ? sql`exists (select from claim_place at
        where at.claim_id = ${claim}.id and at.location_id in (${places}))`
    : sql`${claim}.id in (
        select claim_id from claim_within where location_id in (${expandScope(places, scope)}))`;

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
