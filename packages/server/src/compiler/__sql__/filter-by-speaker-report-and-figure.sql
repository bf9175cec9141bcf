-- claims
-- $1 = ["OUTLET"]
-- $2 = ["01900000-0000-7000-8000-00000000000f"]
-- $3 = "PEOPLE_KILLED"
-- $4 = 10
-- $5 = true
-- $6 = 2

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
      exists (
        select
        from
          speaker t0f1
          join source t0f2 on t0f2.id = t0f1.source_id
        where
          t0f1.claim_id = t0.id
          and true
          and t0f2.kind = any ($1::text[])
          and t0f1.position = 0
      )
      and exists (
        select
        from report t0f3
        where
          t0f3.id = t0.report_id
          and t0f3.publisher_id = any ($2::uuid[])
      )
      and exists (
        select
        from quantity t0f4
        where
          t0f4.claim_id = t0.id
          and t0f4.measure = $3::text
          and t0f4.part_of is null
          and coalesce(
            t0f4.max,
            case
              when t0f4.min is null then t0f4.best
            end,
            2147483647
          ) >= $4::int
          and (t0f4.max is null) = $5::boolean
      )
    )
  )
  order by
    coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
    t0."id" desc
  limit $6::int
) t0
having true;
