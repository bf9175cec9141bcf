import { likeness, ruleOf } from './likeness.ts';

/**
 * Which places are meant, by name and point together: for imports, set by set.
 *
 * `select * from match_places('a_table')`, where the table (temporary, mostly) has
 *   row_id bigint, name text,
 *   kinds text[]         of these kinds only (`LocationKind`); null: of any
 *   lat float8, lon float8   null: not known; then only a name that is alone in `inside` finds a place
 *   inside text[]        names of areas that enclose it, in any spelling; null or empty: not known
 *   area_id uuid         a place that it must lie in; null: not known
 * answers one row for each row_id:
 *   location_id uuid     null unless verdict is MATCHED
 *   name_id uuid         the name that it was found by
 *   rule text            EXACT, SPELLING, SCRIPT, SOUND, as in `search`
 *   score real           0 to 1, how well the name fits
 *   km real              from the point that was given; null without one
 *   verdict text         MATCHED; AMBIGUOUS: two places fit as well; NONE: no place near enough bears the name
 */
/** Degrees of latitude that hold the farthest place that is looked at. */
const reach = 0.046;

const distance =
  '(12742.0176 * asin(sqrt(least(1, power(sind((l.point_lat - q.lat) / 2), 2) + cosd(q.lat) * cosd(l.point_lat) * power(sind((l.point_lon - q.lon) / 2), 2)))))';

export const placeFunctions = `
create or replace function match_places(asked regclass)
  returns table (row_id bigint, location_id uuid, name_id uuid, rule text, score real, km real, verdict text) language plpgsql as $$
begin
  return query execute format($sql$
  with question as materialized (
    select row_number() over () as n, d.* from (select distinct name, kinds, lat, lon, coalesce(inside, '{}') as inside, area_id from %1$s) d
  ), asked_form as materialized (
    select q.n, k.* from question q cross join lateral name_keys(q.name) k
  ), inside_form as materialized (
    select e.n, i.solid, i.skeleton from (select distinct n, named from question cross join unnest(inside) named where lat is null) e
      cross join lateral name_keys(e.named) i
  ), around as (
    select q.n, l.id, ${distance} as km from question q join location l
      on l.point_lat between q.lat - ${reach} and q.lat + ${reach}
      and l.point_lon between q.lon - ${reach} / cosd(q.lat) and q.lon + ${reach} / cosd(q.lat)
    where abs(q.lat) < 89 and l.withdrawn_at is null and (q.kinds is null or l.kind = any (q.kinds))
      and (q.area_id is null or exists (select from location_within w where w.location_id = l.id and w.ancestor_id = q.area_id))
  ), called as (
    select q.n, k.owner_id as id, null::float8 as km from question q join asked_form f on f.n = q.n join name_key k
      on k.exact collate "C" = f.exact or k.solid collate "C" = f.solid or k.skeleton collate "C" = f.skeleton
    join location l on l.id = k.owner_id
    where q.lat is null and k.type = 'LOCATION' and not k.weak and l.withdrawn_at is null and (q.kinds is null or l.kind = any (q.kinds))
      and (q.area_id is null or exists (select from location_within w where w.location_id = l.id and w.ancestor_id = q.area_id))
      and (q.inside = '{}' or exists (
        select from location_within w join name_key a on a.owner_id = w.ancestor_id join inside_form i on i.n = q.n
        where w.location_id = l.id and w.depth > 0 and (a.solid = i.solid or a.skeleton = i.skeleton)))
  ), fit as (
    select distinct on (c.n, c.id) c.n, c.id, c.km, k.name_id, ${ruleOf('f', 'k')} as rule, ${likeness('f', 'k')} as score
    from (select * from around union all select distinct * from called) c
    join asked_form f on f.n = c.n join name_key k on k.owner_id = c.id and not k.weak
    order by c.n, c.id, ${likeness('f', 'k')} desc, k.form, k.name_id
  ), ranked as (
    select fit.*, value, row_number() over (partition by n order by value desc, id) as place, lead(value) over (partition by n order by value desc, id) as next
    from fit cross join lateral (select fit.score - 0.06 * coalesce(km, 0) as value) v
    where (fit.score >= 0.2 + 0.1 * km and km <= 1.5) or (fit.score >= 0.9 and km <= 5) or (km is null and fit.score >= 0.75)
  )
  select a.row_id::bigint, case when r.next is null or r.value - r.next >= 0.02 then r.id end, r.name_id, r.rule, r.score::real, r.km::real,
    case when r.n is null then 'NONE' when r.next is null or r.value - r.next >= 0.02 then 'MATCHED' else 'AMBIGUOUS' end
  from %1$s a
  join question q on (q.name, q.kinds, q.lat, q.lon, q.inside, q.area_id) is not distinct from (a.name, a.kinds, a.lat, a.lon, coalesce(a.inside, '{}'), a.area_id)
  left join ranked r on r.n = q.n and r.place = 1
  $sql$, asked);
end $$;
`;
