-- record
-- $1 = "ocha-pcode"
-- $2 = "SY12"

select (
  ('{"id":"loc_' || (t0."id" || '","version":')) || ((t0."version" || ',"name":') || (json_text (t0."name") || '}'))
)
from "location" t0
where
  t0.id = (
    select external.location_id
    from external_id external
    where
      external.system = $1
      and external.value = $2
      and external.location_id is not null
  );
