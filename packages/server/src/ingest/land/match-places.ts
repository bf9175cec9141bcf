/** The share of its places that has to lie in the area that a unit is taken for. */
export const clearShare = 0.8;
/** How well the names of a unit and an area have to fit at least, if their places agree. */
export const minLikeness = 0.35;

/**
 * Kinds of places whose names are descriptions, such as "the road from A to B": similar ones may
 * mean different places. Their names have to fit as well as this.
 */
const describedKinds = `'{INFORMAL_REGION,ROAD,NATURAL_FEATURE,DESCRIBED}'::text[]`;
const clearLikeness = 0.9;

const isUnresolved = `r.type = 'location' and r.name is not null
      and not exists (select from stage_resolved d where d.type = r.type and d.id = r.id)`;

/**
 * The areas around each staged place that its rows name: `area_id` is the governorate, or else the
 * country; `part_kind` and `part_id` are the smallest unit in it that is in the ledger, or else
 * that the rows name.
 */
const stagedAreas = `
      with recursive up(id, area, depth) as (
        select s.id, s.parent_id, 1 from stage_location s where s.parent_id is not null
        union all
        select u.id, s.parent_id, u.depth + 1
        from up u join stage_location s on s.id = u.area
        where s.parent_id is not null and u.depth < 8
      ), around as (
        select u.id, d.real_id, coalesce(r.kind, l.kind) as kind, u.depth
        from up u
        join stage_record r on r.type = 'location' and r.id = u.area
        left join stage_resolved d on d.type = 'location' and d.id = u.area
        left join location l on l.id = d.real_id
      )
      select
        id,
        (array_agg(real_id order by kind = 'GOVERNORATE' desc, depth)
          filter (where kind in ('GOVERNORATE', 'COUNTRY')))[1] as area_id,
        (array_agg(real_id order by real_id is null, depth)
          filter (where kind in ('DISTRICT', 'SUBDISTRICT')))[1] as part_id,
        (array_agg(kind order by real_id is null,
            case when real_id is null then -depth else depth end)
          filter (where kind in ('DISTRICT', 'SUBDISTRICT')))[1] as part_kind
      from around
      group by id`;

/**
 * Whether the match of a staged place lies in another country than the rows name: two countries
 * have provinces of one name. Matters if no area around the place is in the ledger.
 */
const isInOtherCountry = `(
        p.lat is null and p.area_id is null and r.country is not null and exists (
          select from location_within w join location c on c.id = w.ancestor_id
          where w.location_id = m.location_id and c.kind = 'COUNTRY' and not exists (
            select from name_key k where k.owner_id = c.id and k.exact = name_exact(r.country)
          )
        )
      )`;

/** Matches the staged places that meet a condition, all at once. */
const matchWhere = (condition: string): string => `
  do $do$ begin
    if not exists (select from stage_record r where ${condition} and ${isUnresolved}) then
      return;
    end if;
    truncate stage_place, stage_match;

    insert into stage_place
    with area as materialized (${stagedAreas}
    ), other as materialized (
      select n.location_id as id, array_agg(distinct n.text) as names
      from stage_name n
      where n.kind <> 'WEAK'
      group by n.location_id
    )
    select
      row_number() over (),
      r.id,
      r.name,
      o.names,
      case
        when r.kind in ('COMMUNITY', 'NEIGHBOURHOOD') then '{COMMUNITY,NEIGHBOURHOOD}'::text[]
        else array[r.kind]
      end,
      r.lat,
      r.lon,
      case
        when r.lat is null and a.area_id is null
        then array_remove(array[coalesce(r.admin1, r.country)], null)
        else '{}'
      end,
      case when r.lat is null then a.area_id end,
      a.part_kind,
      a.part_id,
      case when r.external then r.system end,
      null,
      null
    from stage_record r
    left join area a on a.id = r.id
    left join other o on o.id = r.id
    where ${condition} and ${isUnresolved};

    analyze stage_place;

    insert into stage_match select * from match_places('stage_place');

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
    join stage_record r on r.type = 'location' and r.id = p.id
    left join name n on n.id = m.name_id
    where m.verdict = 'MATCHED'
      and not ${isInOtherCountry}
      and (m.score >= ${clearLikeness} or not p.kinds && ${describedKinds});

    -- Two places of one file are never both matched to one existing place.
    delete from stage_resolved d
    using stage_record r
    where d.type = 'location' and d.how like 'NAME%'
      and r.type = d.type and r.id = d.id and r.external
      and exists (
        select from stage_resolved o
        join stage_record p
          on p.id = o.id and p.type = o.type and p.system = r.system and p.external
        where o.type = 'location' and o.real_id = d.real_id and o.id <> d.id
      );

    update stage_record r
    set unclear = 'several places match equally well'
    from stage_match m
    join stage_place p on p.row_id = m.row_id
    where r.type = 'location' and r.id = p.id and m.verdict = 'AMBIGUOUS';
  end $do$;`;

/**
 * Matches units by their places: a unit whose places lie in one existing area, and whose name
 * resembles the name of this area, is this area. Gazetteers call the district around a town by the
 * town, and other data sets call it the centre of the governorate.
 */
const matchUnitsByPlaces = `
  insert into stage_resolved (type, id, real_id, how, detail)
  with recursive unit as materialized (
    select distinct r.id, r.name, r.kind, case when r.external then r.system end as system
    from stage_record r
    where r.kind in ('GOVERNORATE', 'DISTRICT', 'SUBDISTRICT') and not r.optional
      and ${isUnresolved}
  ), below(unit_id, id) as (
    select u.id, s.id from unit u join stage_location s on s.parent_id = u.id
    union
    select b.unit_id, s.id from below b join stage_location s on s.parent_id = b.id
  ), member as materialized (
    select distinct u.id as unit_id, d.real_id, a.id as area_id
    from below b
    join unit u on u.id = b.unit_id
    join stage_resolved d on d.type = 'location' and d.id = b.id
    join location_within w on w.location_id = d.real_id and w.depth > 0
    join location a on a.id = w.ancestor_id and a.kind = u.kind and a.withdrawn_at is null
    where u.system is null or not exists (
      select from external_id e where e.location_id = a.id and e.system = u.system
    )
  ), fit as (
    select m.unit_id, m.area_id, count(*) as places, (
        select count(distinct o.real_id) from member o where o.unit_id = m.unit_id
      ) as of_places
    from member m
    group by m.unit_id, m.area_id
  ), alike as (
    select f.*, u.name, u.system,
      count(*) over (partition by f.area_id, u.system) as units,
      place_likeness(
        u.name || array(
          select n.text from stage_name n where n.location_id = u.id and n.kind <> 'WEAK'
        ),
        f.area_id
      ) as score
    from fit f
    join unit u on u.id = f.unit_id
    where f.places >= ${clearShare} * f.of_places
  )
  select 'location', a.unit_id, a.area_id, 'NAME_AND_PLACES',
    concat_ws(', ', l.name, 'score ' || round(a.score::numeric, 2),
      a.places || ' of ' || a.of_places || ' places')
  from alike a
  join location l on l.id = a.area_id
  where a.score >= ${minLikeness} and (a.system is null or a.units = 1);`;

const units = ['COUNTRY', 'GOVERNORATE', 'DISTRICT', 'SUBDISTRICT'];
const isUnit = `r.kind in (${units.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * Matches staged places, with the function that search uses: units by name, the largest first, so
 * that each is looked for inside those around it; then places by name and point; then units by
 * their places; then places without a point, by name in the units that their rows name. If several
 * places fit equally well, none is taken: homonyms are never merged.
 */
export const matchPlaces = [
  ...units.map((kind) => matchWhere(`r.kind = '${kind}'`)),
  matchWhere(`(not ${isUnit} or r.kind is null) and r.lat is not null`),
  matchUnitsByPlaces,
  matchWhere(`(not ${isUnit} or r.kind is null) and r.lat is null`),
].join('\n');
