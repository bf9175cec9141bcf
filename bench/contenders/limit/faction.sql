select concat('{"faction":{"id":"fac_', f.id, '","name":', to_json(f.name), ',"claims":{"nodes":[', (
  select string_agg(concat('{"id":"clm_', c.id, '","statement":', to_json(c.statement),
    ',"attributions":[', (select string_agg(concat('{"chain":[', way.chain, ']}'), ',' order by way.attribution) from (
      select k.attribution, string_agg(concat('{"source":{"name":', to_json(s.name), '}}'), ',' order by k.position) as chain
      from speaker k join source s on s.id = k.source_id where k.claim_id = c.id group by k.attribution) way),
    '],"places":[', (select string_agg(concat('{"role":"', p.role, '","location":{"name":', to_json(l.name), '}}'), ',' order by p.position)
      from claim_place p join location l on l.id = p.location_id where p.claim_id = c.id), ']}'), ',' order by kept.occurred desc nulls last, kept.claim_id desc)
  from (select occurred, claim_id from claim_of_faction where faction_id = f.id order by occurred desc nulls last, claim_id desc limit 20) kept
  join claim c on c.id = kept.claim_id), ']}}}')
from faction f where f.id = $1::uuid
