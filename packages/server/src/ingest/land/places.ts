import { foldSql } from '../fold.ts';

/**
 * Places by name and point together: the only one of exactly that name within 5 km of the point or, without a point, the only one of that name among
 * governorates, districts or countries. Homonyms are told apart by where they lie; of several, none is taken.
 */
export const matchPlaces = `
    insert into stage_resolved (type, id, real_id, how, detail)
    select r.type, r.id, (array_agg(distinct c.id))[1], case when r.lat is null then 'EXACT_NAME' else 'NAME_AND_POINT' end, min(n.text)
    from stage_record r join name n on ${foldSql('n.text')} = ${foldSql('r.name')}
    join location c on c.id = n.location_id and c.withdrawn_at is null
    where r.type = 'location' and r.name is not null and not exists (select from stage_resolved d where d.type = r.type and d.id = r.id)
      and case when r.lat is not null and c.point_lat is not null
        then abs(c.point_lat - r.lat) < 0.045 and abs(c.point_lon - r.lon) * cos(radians(r.lat)) < 0.045 else c.kind = r.kind and r.lat is null end
      and not (r.external and exists (select from external_id x where x.location_id = c.id and x.system = r.system))
    group by r.type, r.id, r.lat having count(distinct c.id) = 1;`;
