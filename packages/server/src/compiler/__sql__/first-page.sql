-- claims
-- $1 = 2

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        (
          ('{"id":"clm_' || t0."id") || ('","statement":' || (json_text (t0."statement") || '}'))
        ),
        ','
        order by
          t0._key desc nulls last,
          t0."_id0" desc
      ),
      ''
    ) || ']}'
  )
)
from (
  select
    t0."id" as "_id0",
    coalesce(t0.occurred_latest, t0.occurred_earliest) as _key,
    t0."id",
    t0."statement"
  from "claim" t0
  where t0.withdrawn_at is null
  order by
    coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
    t0."id" desc
  limit $1::int
) t0
having true;
