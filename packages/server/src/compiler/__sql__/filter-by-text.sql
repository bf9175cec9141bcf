-- claims
-- $1 = "%50\\% of Daraa%"
-- $2 = "%50\\% of Daraa%"
-- $3 = 2

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
      t0.statement ilike $1::text
      or t0.passage_quote ilike $2::text
    )
  )
  order by
    coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
    t0."id" desc
  limit $3::int
) t0
having true;
