import { likeness, ruleOf } from './likeness.ts';

/** Within this distance, in kilometres, a place with any name is considered. */
const nearKm = 1.5;
/** Within this distance, a place is considered if its name is the same up to its vowels. */
const farKm = 5;
/** A degree of latitude has about 111.2 km. */
const kmPerDegree = 111;

/** How much better a place has to fit than the next one. */
const clearMargin = 0.02;
/** What counts for a place in the part that the row names: more than the margin. */
const partBonus = 0.03;
/** How well a name has to fit, in its own script, if nothing says where its place is. */
const unplacedScore = 0.9;

/** Any name below this score only sounds like the place's. */
const clearScore = 0.86;

/** SQL for whether one name is a part of the other, in sound: Samma, Samma Al-Hneidat. */
const isPart = (part: string, whole: string): string => {
  const at = `strpos(${whole}.skeleton, ${part}.skeleton)`;
  return `(length(${part}.skeleton) > 1 and length(${part}.skeleton) < length(${whole}.skeleton)
          and ${at} > 0 and sound_difference(${part}.sound, 1, ${whole}.sound, 2 * ${at} - 1,
            2 * length(${part}.skeleton) - 1) < 100
          and name_has_words(${part}.words, ${part}.sounds, ${part}.script, ${whole}.sounds,
            ${whole}.script))`;
};

/**
 * SQL for whether two names that only sound alike may be spellings of one name. Short names differ
 * by few letters: Dara is not Odra.
 */
const isVariant = `(case
        when f.skeleton = k.skeleton then length(f.skeleton) > 3
          and sound_difference(f.sound, 0, k.sound, 0, 2 * length(f.skeleton) + 1) < 200
        when least(length(f.skeleton), length(k.skeleton)) > 4
          and length(f.skeleton) <> length(k.skeleton)
          and has_one_edit(f.skeleton, k.skeleton) then true
        when f.script = k.script and least(length(f.solid), length(k.solid)) > 5
          and has_one_edit(f.solid, k.solid) then true
        else ${isPart('f', 'k')} or ${isPart('k', 'f')} end)`;

/**
 * SQL for whether names that are spelled differently are similar enough. The vowels of short names
 * distinguish them, unless one name leaves a vowel out: Nasra, Nasira.
 */
const isSpelledAlike = `(f.script <> k.script or f.solid = k.solid or length(f.skeleton) > 3
          or (length(f.solid) <> length(k.solid) and has_one_edit(f.solid, k.solid)))`;

/**
 * SQL for whether a short name in another script is contradicted by the name of the place in the
 * script of the request: without vowels, Deraa could be عدرا, but not Adra.
 */
const isContradicted = `(f.script <> k.script and length(f.skeleton) < 3 and exists (
          select from name_key o
          where o.owner_id = k.owner_id and o.script = f.script and o.skeleton = f.skeleton
            and o.solid <> f.solid and not has_one_edit(f.solid, o.solid)))`;

/** Words that make a place another one than the town whose name it has. */
const otherPlaces = `'{camp,camps,mukhayyam,مخيم,centre,center}'::text[]`;
const isOtherPlace = (key: string): string =>
  `(string_to_array(${key}.exact, ' ') && ${otherPlaces})`;

/** Names with the same key. One join for each key, because PostgreSQL cannot hash an `or`. */
const sameNames = ['exact', 'solid', 'skeleton']
  .map(
    (key) => `
      select f.n, k.owner_id as id
      from request_form f join name_key k on k.${key} collate "C" = f.${key} collate "C"
      where k.type = 'LOCATION' and not k.weak`,
  )
  .join(`
      union`);

const isWithin = (area: string): string => `exists (
        select from location_within w where w.location_id = l.id and w.ancestor_id = ${area})`;

/** What holds for every place `l` that a request `q` may mean. */
const isEligible = `l.withdrawn_at is null
      and (q.kinds is null or l.kind = any (q.kinds))
      and (q.area_id is null or ${isWithin('q.area_id')})
      and (q.not_system is null or not exists (
        select from external_id e where e.location_id = l.id and e.system = q.not_system))
      and (q.of_system is null or exists (
        select from external_id e where e.location_id = l.id and e.system = q.of_system))
      and l.id is distinct from q.not_id`;

/** A box around the point of a request `q` that contains every place `l` within a distance. */
const isInBox = (km: number): string => {
  const degrees = km / kmPerDegree;
  return `l.point_lat between q.lat - ${degrees} and q.lat + ${degrees}
      and l.point_lon between q.lon - ${degrees} / cosd(q.lat)
        and q.lon + ${degrees} / cosd(q.lat)`;
};

/**
 * `match_places`: finds the place that a name and a point mean, for imports, set by set.
 *
 * `select * from match_places('a_table')` reads a table, usually a temporary one, with
 *   row_id bigint, name text
 *   names text[]             other names of it; null: none
 *   kinds text[]             only places of these kinds (`LocationKind`); null: any kind
 *   lat float8, lon float8   null: unknown; then a name matches if it is unique inside `inside`
 *   inside text[]            names of enclosing areas, in any spelling; null or empty: unknown
 *   area_id uuid             a place that must enclose it; null: unknown
 *   part_kind text           the kind of a smaller area that encloses it, such as DISTRICT; null:
 *                            unknown. A place in another area of this kind is not meant, unless the
 *                            point says so
 *   part_id uuid             this smaller area: of two places that fit, it decides; null: not known
 *   not_system text          places with an external id of this system are not meant; null: all may
 *   of_system text           only places with an external id of this system are meant; null: any
 *   not_id uuid              this place is not meant
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
  with given as materialized ( -- first, so that the table may have the name of a later CTE
    select g.row_id,
      dense_rank() over (order by g.name, g.names, g.kinds, g.lat, g.lon, g.inside, g.area_id,
        g.part_kind, g.part_id, g.not_system, g.of_system, g.not_id) as n,
      g.name, g.names, g.kinds, g.lat, g.lon, coalesce(g.inside, '{}') as inside, g.area_id,
      g.part_kind, g.part_id, g.not_system, g.of_system, g.not_id
    from %s g
  ), request as materialized ( -- a point that no place is near needs no keys
    select distinct on (q.n) q.* from given q
    where q.lat is null or (abs(q.lat) < 89 and exists (
      select from location l where ${isInBox(farKm)} and ${isEligible}))
    order by q.n
  ), request_form as materialized (
    select distinct on (q.n, k.exact) q.n, k.*
    from request q
    cross join lateral unnest(array[q.name] || coalesce(q.names, '{}')) any_name
    cross join lateral name_keys(any_name) k
    order by q.n, k.exact, k.form
  ), inside_form as materialized (
    select e.n, i.solid, i.skeleton
    from (
      select distinct n, area_name
      from request cross join unnest(inside) area_name where lat is null
    ) e
    cross join lateral name_keys(e.area_name) i
  ), near as (
    select q.n, l.id
    from request q join location l on ${isInBox(nearKm)}
    where ${isEligible}
  ), by_name as (
    select q.n, l.id
    from (${sameNames}
    ) s
    join request q on q.n = s.n
    join location l on l.id = s.id
    where ${isEligible}
      and (q.inside = '{}' or q.lat is not null or exists (
        select from location_within w
        join name_key a on a.owner_id = w.ancestor_id
        join inside_form i on i.n = q.n
        where w.location_id = l.id and w.depth > 0
          and (a.solid = i.solid or a.skeleton = i.skeleton)))
  ), place as materialized (
    select c.n, c.id,
      case
        when q.lat is not null then distance_km(l.point_lat, l.point_lon, q.lat, q.lon)
      end as km,
      q.part_id is not null and ${isWithin('q.part_id')} as in_part,
      q.inside <> '{}' or q.area_id is not null or q.part_id is not null as has_area
    from (select * from near union select * from by_name) c
    join request q on q.n = c.n
    join location l on l.id = c.id
    where q.lat is null and (q.part_kind is null
        or (q.part_id is not null and ${isWithin('q.part_id')})
        or not exists (
          select from location_within w join location a on a.id = w.ancestor_id
          where w.location_id = l.id and w.depth > 0 and a.kind = q.part_kind))
      or l.point_lat is not null
        and distance_km(l.point_lat, l.point_lon, q.lat, q.lon) <= ${farKm}
  ), candidate as materialized (
    select distinct on (c.n, c.id) c.n, c.id, c.km, c.in_part, c.has_area, k.name_id, l.rule,
      l.score
    from place c
    join request_form f on f.n = c.n
    join name_key k on k.owner_id = c.id and not k.weak
    cross join lateral (
      select ${ruleOf('f', 'k')} as rule, ${likeness('f', 'k')} as score
      offset 0
    ) l
    where ${isOtherPlace('f')} = ${isOtherPlace('k')}
      and case
        when l.score >= ${clearScore} then ${isSpelledAlike} and not ${isContradicted}
        when coalesce(l.score, 0) < 0.2 then false
        when l.rule = 'SOUND' then ${isVariant}
        -- Kabsh may mean Western Kabsh, but Western Kabsh is not Kabsh.
        else f.stem = f.skeleton or k.stem <> k.skeleton end
    order by c.n, c.id, l.score desc, k.form, k.name_id
  ), ranked as (
    select candidate.*, value,
      lead(value) over (partition by n order by value desc, id) as next_value
    from candidate
    cross join lateral (
      select candidate.score - 0.06 * coalesce(km, 0)
        + case when in_part then ${partBonus} else 0 end as value
    ) v
    where (candidate.score >= 0.2 + 0.1 * km and km <= ${nearKm})
      or (candidate.score >= 0.9 and km <= ${farKm})
      or (km is null and has_area and candidate.score >= 0.75)
      or (km is null and candidate.rule in ('EXACT', 'SPELLING')
        and candidate.score >= ${unplacedScore})
  ), best as materialized (
    select distinct on (n) *, next_value is null or value - next_value >= ${clearMargin} as is_clear
    from ranked
    order by n, value desc, id
  )
  select g.row_id::bigint, case when b.is_clear then b.id end, b.name_id, b.rule,
    b.score::real, b.km::real,
    case when b.n is null then 'NONE' when b.is_clear then 'MATCHED' else 'AMBIGUOUS' end
  from given g
  left join best b on b.n = g.n
  $sql$, asked);
end $$;

-- Whether two texts differ by one letter: another one, one more or one less.
create or replace function has_one_edit(one text, other text) returns boolean
language plpgsql immutable strict parallel safe as $$
declare
  same int := 0;
begin
  if abs(length(one) - length(other)) > 1 then return false; end if;
  while same < least(length(one), length(other))
    and substr(one, same + 1, 1) = substr(other, same + 1, 1) loop
    same := same + 1;
  end loop;
  return substr(one, same + 2) = substr(other, same + 2)
    or substr(one, same + 1) = substr(other, same + 2)
    or substr(one, same + 2) = substr(other, same + 1);
end $$;

-- How well some names fit the best of a place's names, from 0 to 1. Null: one side has no name.
create or replace function place_likeness(names text[], place uuid) returns float8
stable language plpgsql as $$
begin
  return (
  select max(${likeness('asked', 'k')})
  from unnest(names) any_name
  cross join lateral name_keys(any_name) asked
  join name_key k on k.owner_id = place and not k.weak);
end $$;
`;
