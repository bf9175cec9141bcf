-- reports
-- $1 = "2018-06-01"
-- $2 = "2018-06-30"
-- $3 = 2

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        ('{"title":' || (json_text (t0."title") || '}')),
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
    coalesce(t0.published_latest, t0.published_earliest) as _key,
    t0."title"
  from "report" t0
  where (
    t0.withdrawn_at is null
    and (
      (
        (
          t0.published_earliest is not null
          or t0.published_latest is not null
        )
        and t0.published_earliest >= $1::date
        and t0.published_latest <= $2::date
      )
      or (
        t0.published_earliest is null
        and t0.published_latest is null
      )
    )
  )
  order by
    coalesce(t0.published_latest, t0.published_earliest) desc nulls last,
    t0."id" desc
  limit $3::int
) t0
having true;
