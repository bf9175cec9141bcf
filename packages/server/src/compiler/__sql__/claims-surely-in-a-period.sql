-- claims
-- $1 = "2018-06-01"
-- $2 = "2018-06-30"
-- $3 = 2

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        ('{"statement":' || (json_text (t0."statement") || '}')),
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
  select
    t0.id as "_id0",
    coalesce(t0.occurred_latest, t0.occurred_earliest) as _key,
    t0."statement"
  from claim t0
  where (
    t0.withdrawn_at is null
    and coalesce(t0.occurred_latest, t0.occurred_earliest) >= $1::date
    and coalesce(t0.occurred_latest, t0.occurred_earliest) <= $2::date
    and t0.occurred_earliest >= $1::date
    and span_of (t0.occurred_earliest, t0.occurred_latest) >= 0
    and coalesce(t0.occurred_latest, t0.occurred_earliest) is not null
  )
  order by
    coalesce(t0.occurred_latest, t0.occurred_earliest) asc nulls first,
    t0.id asc
  limit $3::int
) t0
having true;
