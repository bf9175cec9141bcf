select ('{"faction":{"id":"fac_' || f.id || '","name":' || json_scalar(f.name)
  || ',"claims":{"nodes":[' || (
  select coalesce(string_agg(('{"id":"clm_' || c.id || '","statement":' || json_scalar(c.statement)
    ||
    ',"attributions":[' || (select coalesce(string_agg(('{"chain":[' || way.chain || ']}'), ','
      order by way.attribution), '') from (
      select k.attribution, coalesce(string_agg(('{"source":{"name":' || json_scalar(s.name)
        || '}}'), ',' order by k.position), '') as chain
      from speaker k join source s on s.id = k.source_id where k.claim_id = c.id
        group by k.attribution) way) ||
    '],"places":[' || (select coalesce(string_agg(('{"role":"' || p.role || '","location":{"name":'
      || json_scalar(l.name) || '}}'), ',' order by p.position), '')
      from claim_place p join location l on l.id = p.location_id where p.claim_id = c.id)
        || ']}'), ',' order by newest.occurred desc nulls last, newest.claim_id desc), '')
  from (select occurred, claim_id from claim_of_faction where faction_id = f.id
    order by occurred desc nulls last, claim_id desc limit 20) newest
  join claim c on c.id = newest.claim_id) || ']}}}')
from faction f where f.id = $1::uuid
