-- factions
-- $1 = 2

select (
  '{"edges":[' || (
    coalesce(
      string_agg(
        (
          '{"cursor":"' || (
            'y8ssAF' || '~' || t0."_id0"::text || coalesce('~' || encode(convert_to(t0._key, 'UTF8'), 'hex'), '') || '"}'
          )
        ),
        ','
        order by
          t0._key desc,
          t0."_id0" desc
      ),
      ''
    ) || ']}'
  )
)
from (
  select
    t0."id" as "_id0",
    t0.name collate "C" as _key
  from "faction" t0
  where t0.withdrawn_at is null
  order by
    t0.name collate "C" desc,
    t0."id" desc
  limit $1::int
) t0
having true;
