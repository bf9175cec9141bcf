import { likeness, ruleOf } from './likeness.ts';

/**
 * Half the height, in degrees of latitude, of the box in which places are considered: about 5.1 km.
 * Farther places never match.
 */
const maxDegrees = 0.046;

/**
 * `match_places`: finds the place that a name and a point mean, for imports, set by set.
 *
 * `select * from match_places('a_table')` reads a table, usually a temporary one, with
 *   row_id bigint, name text
 *   kinds text[]             only places of these kinds (`LocationKind`); null: any kind
 *   lat float8, lon float8   null: unknown; then a name matches if it is unique inside `inside`
 *   inside text[]            names of enclosing areas, in any spelling; null or empty: unknown
 *   area_id uuid             a place that must enclose it; null: unknown
 * and returns one row for each row_id:
 *   location_id uuid         null unless the verdict is MATCHED
 *   name_id uuid             the name that matched
 *   rule text                EXACT, SPELLING, SCRIPT or SOUND, as in `search`
 *   score real               0 to 1: how well the name fits
 *   km real                  distance to the given point; null without one
 *   verdict text             MATCHED; AMBIGUOUS: two places fit equally well; NONE: no place near
 *                            enough has the name
 */
export const placeFunctions = `
create or replace function match_places(asked regclass)
returns table (
  row_id bigint, location_id uuid, name_id uuid, rule text, score real, km real, verdict text)
language plpgsql as $$
begin
  return query execute format($sql$
  with given as not materialized ( -- first, so that the table may have the name of a later CTE
    select * from %s
  ), request as materialized (
    select row_number() over () as n, d.* from (
      select distinct name, kinds, lat, lon, coalesce(inside, '{}') as inside, area_id from given) d
  ), request_form as materialized (
    select q.n, k.* from request q cross join lateral name_keys(q.name) k
  ), inside_form as materialized (
    select e.n, i.solid, i.skeleton
    from (
      select distinct n, area_name
      from request cross join unnest(inside) area_name where lat is null
    ) e
    cross join lateral name_keys(e.area_name) i
  ), by_point as (
    select q.n, l.id, distance_km(l.point_lat, l.point_lon, q.lat, q.lon) as km
    from request q join location l
      on l.point_lat between q.lat - ${maxDegrees} and q.lat + ${maxDegrees}
      and l.point_lon between q.lon - ${maxDegrees} / cosd(q.lat)
        and q.lon + ${maxDegrees} / cosd(q.lat)
    where abs(q.lat) < 89 and l.withdrawn_at is null
      and (q.kinds is null or l.kind = any (q.kinds))
      and (q.area_id is null or exists (
        select from location_within w where w.location_id = l.id and w.ancestor_id = q.area_id))
  ), by_name as (
    select q.n, k.owner_id as id, null::float8 as km
    from request q
    join request_form f on f.n = q.n
    join name_key k on k.exact collate "C" = f.exact or k.solid collate "C" = f.solid
      or k.skeleton collate "C" = f.skeleton
    join location l on l.id = k.owner_id
    where q.lat is null and k.type = 'LOCATION' and not k.weak and l.withdrawn_at is null
      and (q.kinds is null or l.kind = any (q.kinds))
      and (q.area_id is null or exists (
        select from location_within w where w.location_id = l.id and w.ancestor_id = q.area_id))
      and (q.inside = '{}' or exists (
        select from location_within w
        join name_key a on a.owner_id = w.ancestor_id
        join inside_form i on i.n = q.n
        where w.location_id = l.id and w.depth > 0
          and (a.solid = i.solid or a.skeleton = i.skeleton)))
  ), candidate as (
    select distinct on (c.n, c.id) c.n, c.id, c.km, k.name_id, ${ruleOf('f', 'k')} as rule,
      ${likeness('f', 'k')} as score
    from (select * from by_point union all select distinct * from by_name) c
    join request_form f on f.n = c.n
    join name_key k on k.owner_id = c.id and not k.weak
    order by c.n, c.id, ${likeness('f', 'k')} desc, k.form, k.name_id
  ), ranked as (
    select candidate.*, value,
      row_number() over (partition by n order by value desc, id) as place,
      lead(value) over (partition by n order by value desc, id) as next_value
    from candidate
    cross join lateral (select candidate.score - 0.06 * coalesce(km, 0) as value) v
    where (candidate.score >= 0.2 + 0.1 * km and km <= 1.5)
      or (candidate.score >= 0.9 and km <= 5)
      or (km is null and candidate.score >= 0.75)
  ), best as (
    select *, next_value is null or value - next_value >= 0.02 as is_clear
    from ranked where place = 1
  )
  select g.row_id::bigint, case when b.is_clear then b.id end, b.name_id, b.rule,
    b.score::real, b.km::real,
    case when b.n is null then 'NONE' when b.is_clear then 'MATCHED' else 'AMBIGUOUS' end
  from given g
  join request q on (q.name, q.kinds, q.lat, q.lon, q.inside, q.area_id) is not distinct from
    (g.name, g.kinds, g.lat, g.lon, coalesce(g.inside, '{}'), g.area_id)
  left join best b on b.n = q.n
  $sql$, asked);
end $$;
`;
