-- reports
-- $1 = 2

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        ('{"title":' || (json_text (t0."title") || '}')),
        ','
        order by
          t0._key asc nulls last,
          t0."_id0" asc
      ),
      ''
    ) || ']}'
  )
)
from (
  select *
  from (
    (
      select
        t0."id" as "_id0",
        coalesce(t0.published_latest, t0.published_earliest) as _key,
        t0."title"
      from "report" t0
      where (
        t0.withdrawn_at is null
        and coalesce(t0.published_latest, t0.published_earliest) is not null
      )
      order by
        coalesce(t0.published_latest, t0.published_earliest) asc nulls first,
        t0."id" asc
      limit $1::int
    )
    union all
    (
      select
        t0."id" as "_id0",
        coalesce(t0.published_latest, t0.published_earliest) as _key,
        t0."title"
      from "report" t0
      where (
        t0.withdrawn_at is null
        and coalesce(t0.published_latest, t0.published_earliest) is null
      )
      order by
        coalesce(t0.published_latest, t0.published_earliest) asc nulls first,
        t0."id" asc
      limit $1::int
    )
  ) ranges
  order by
    ranges._key asc nulls last,
    ranges."_id0" asc
  limit $1::int
) t0
having true;
