-- node
-- $1 = "01900000-0000-7000-8000-00000000000c"

select (
  ('{"__typename":"Faction","id":"fac_' || (t0."id" || '","name":')) || (
    (json_text (t0."name") || ',"collective":') || (to_json(t0."collective")::text || '}')
  )
)
from "faction" t0
where t0.id = $1::uuid;
