/** Two places that are probably one. */
export interface LikelyDuplicate {
  id: string;
  label: string;
  otherId: string;
  otherLabel: string;
  reason: string;
}

type Query = (text: string, values: unknown[]) => Promise<Record<string, string>[]>;

/** Farther apart, two places with one name are homonyms. */
const maxKm = 5;

const label = (place: string): string => `
    concat_ws(', ', ${place}.name, (
      select string_agg(area.name, ', ' order by inside.depth, area.id)
      from location_within inside join location area on area.id = inside.ancestor_id
      where inside.location_id = ${place}.id and inside.depth > 0
        and area.kind in ('SUBDISTRICT', 'GOVERNORATE')
    ))`;

/**
 * Places that imports could not match, and that are probably the same as another one: of the same
 * kind, in the same governorate, with names that are equal up to vowels, or that share all their
 * words, and near each other where both have a point. Places with two ids in one system are
 * different.
 */
export async function listDuplicates(query: Query, first: number): Promise<LikelyDuplicate[]> {
  const rows = await query(
    `
    with uncoded as materialized (
      select l.*, g.ancestor_id as area_id
      from location l
      join location_within g on g.location_id = l.id and g.depth > 0
      join location a on a.id = g.ancestor_id
        and a.kind = case when l.kind = 'GOVERNORATE' then 'COUNTRY' else 'GOVERNORATE' end
      where l.withdrawn_at is null and l.kind in
          ('GOVERNORATE', 'DISTRICT', 'SUBDISTRICT', 'COMMUNITY', 'NEIGHBOURHOOD')
        and not exists (
          select from external_id e where e.location_id = l.id and e.system = 'ocha-pcode'
        )
    ), pair as (
      select distinct on (u.id) u.id, o.id as other_id,
        o.point_lat is not null and u.point_lat is not null as has_points,
        distance_km(u.point_lat, u.point_lon, o.point_lat, o.point_lon) as km
      from uncoded u
      join name_key k on k.owner_id = u.id and not k.weak
      join location_within w on w.ancestor_id = u.area_id and w.depth > 0
      join location o on o.id = w.location_id and o.id <> u.id and o.withdrawn_at is null
        and (o.kind = u.kind or (u.kind in ('COMMUNITY', 'NEIGHBOURHOOD')
          and o.kind in ('COMMUNITY', 'NEIGHBOURHOOD')))
      join name_key n on n.owner_id = o.id and not n.weak and (
        n.skeleton = k.skeleton or n.stem = k.stem
        or (u.kind not in ('COMMUNITY', 'NEIGHBOURHOOD') and (
          ' ' || k.spelled || ' ' like '% ' || n.spelled || ' %'
          or ' ' || n.spelled || ' ' like '% ' || k.spelled || ' %'))
      )
      where (
          u.point_lat is null or o.point_lat is null
          or distance_km(u.point_lat, u.point_lon, o.point_lat, o.point_lon) <= ${maxKm}
        )
        -- Of two without a code, one line is enough.
        and (u.id > o.id or not exists (select from uncoded c where c.id = o.id))
        and not exists (
          select from external_id e join external_id f on f.system = e.system
          where e.location_id = u.id and f.location_id = o.id
        )
        -- A person said that they are two.
        and not exists (
          select from import_match m
          where m.how = 'UNMATCHED' and (
            (m.record_id = u.id and m.detail = 'was ' || o.id)
            or (m.record_id = o.id and m.detail = 'was ' || u.id)
          )
        )
      order by u.id, (n.skeleton = k.skeleton) desc nulls last, km nulls last, o.id
    )
    select u.id, ${label('u')} as label, o.id as other_id, ${label('o')} as other_label,
      case
        when p.has_points then 'alike, ' || round(p.km::numeric, 1) || ' km apart'
        else 'alike, in one area'
      end as reason
    from pair p
    join location u on u.id = p.id
    join location o on o.id = p.other_id
    order by (
        select count(*) from claim_within c where c.location_id = u.id
      ) desc, u.name collate "C", u.id
    limit $1`,
    [first],
  );
  return rows.map(({ id = '', label = '', other_id = '', other_label = '', reason = '' }) => ({
    id,
    label,
    otherId: other_id,
    otherLabel: other_label,
    reason,
  }));
}
