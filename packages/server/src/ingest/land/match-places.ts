/**
 * Matches staged places by name and point, and administrative units by name within their parent,
 * with the function that search uses. Equal matches create a new place: homonyms are never merged.
 */
export const matchPlaces = `
  create temp table stage_place on commit drop as
  select
    row_number() over () as row_id,
    r.id,
    r.name,
    r.lat,
    r.lon,
    case
      when r.kind in ('COUNTRY', 'GOVERNORATE', 'DISTRICT', 'SUBDISTRICT') then array[r.kind]
      when r.kind in ('COMMUNITY', 'NEIGHBOURHOOD') then '{COMMUNITY,NEIGHBOURHOOD}'::text[]
      else array[r.kind]
    end as kinds,
    case
      when r.lat is null then array_remove(array[coalesce(r.admin1, r.country)], null)
      else '{}'
    end as inside,
    null::uuid as area_id
  from stage_record r
  where r.type = 'location' and r.name is not null
    and not exists (select from stage_resolved d where d.type = r.type and d.id = r.id);

  analyze stage_place;

  create temp table stage_match on commit drop as
  select * from match_places('stage_place');

  insert into stage_resolved (type, id, real_id, how, detail)
  select
    'location',
    p.id,
    m.location_id,
    case when p.lat is null then 'NAME_' else 'NAME_AND_POINT_' end || m.rule,
    concat_ws(
      ', ', n.text, 'score ' || round(m.score::numeric, 2), round(m.km::numeric, 1) || ' km'
    )
  from stage_match m
  join stage_place p on p.row_id = m.row_id
  left join name n on n.id = m.name_id
  where m.verdict = 'MATCHED';

  -- A place with another id in the same system is another place. And two places of one file are
  -- never both matched to one existing place.
  delete from stage_resolved d
  using stage_record r
  where d.type = 'location' and d.how like 'NAME%'
    and r.type = d.type and r.id = d.id and r.external
    and (
      exists (
        select from external_id x where x.location_id = d.real_id and x.system = r.system
      )
      or exists (
        select from stage_resolved o
        join stage_record p
          on p.id = o.id and p.type = o.type and p.system = r.system and p.external
        where o.type = 'location' and o.real_id = d.real_id and o.id <> d.id
      )
    );

  update stage_record r
  set unclear = 'several places match equally well'
  from stage_match m
  join stage_place p on p.row_id = m.row_id
  where r.type = 'location' and r.id = p.id and m.verdict = 'AMBIGUOUS';

  drop table stage_place, stage_match;`;
