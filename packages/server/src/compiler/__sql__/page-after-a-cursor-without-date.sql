-- claims
-- $1 = "01900000-0000-7000-8000-00000000000a"
-- $2 = 2

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        ('{"id":"clm_' || (t0."id" || '"}')),
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
    t0."id"
  from "claim" t0
  where (
    t0.withdrawn_at is null
    and coalesce(t0.occurred_latest, t0.occurred_earliest) is null
    and (t0."id") < ($1::uuid)
  )
  order by
    coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
    t0."id" desc
  limit $2::int
) t0
having true;
