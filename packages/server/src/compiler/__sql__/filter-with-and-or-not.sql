-- claims
-- $1 = ["VERIFIED"]
-- $2 = true
-- $3 = ["ESTIMATED"]
-- $4 = ["AIRSTRIKE"]
-- $5 = 2

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
    and (
      (
        t0.status = any ($1::text[])
        or (
          t0.aggregate = $2::boolean
          and t0.modality = any ($3::text[])
        )
      )
      and not coalesce(t0.kind = any ($4::text[]), false)
    )
  )
  order by
    coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
    t0."id" desc
  limit $5::int
) t0
having true;
