-- claims
-- $1 = 2

select (
  (
    '{"nodes":[' || (
      coalesce(
        string_agg(
          ('{"id":"clm_' || (t0."id" || '"}')),
          ','
          order by
            t0._key desc nulls last,
            t0."_id0" desc
        ) filter (
          where t0._n <= $1::int
        ),
        ''
      ) || '],"pageInfo":{"hasPreviousPage":'
    )
  ) || (
    (
      case
        when count(*) > $1::int then 'true'
        else 'false'
      end || ',"startCursor":'
    ) || (
      coalesce(
        '"' || max('yUm9U6' || '~' || t0."_id0"::text || coalesce('~' || t0._key, '')) filter (
          where
            t0._n = $1::int
            or t0._n < $1::int
            and t0._last
        ) || '"',
        'null'
      ) || '}}'
    )
  )
)
from (
  select
    placed.*,
    row_number() over (
      order by
        placed._key asc nulls first,
        placed."_id0" asc
    ) as _n,
    lead(false, 1, true) over (
      order by
        placed._key asc nulls first,
        placed."_id0" asc
    ) as _last
  from (
    select
      t0."id" as "_id0",
      coalesce(t0.occurred_latest, t0.occurred_earliest) as _key,
      t0."id"
    from "claim" t0
    where t0.withdrawn_at is null
    order by
      coalesce(t0.occurred_latest, t0.occurred_earliest) asc nulls first,
      t0."id" asc
    limit $1::int + 1
  ) placed
) t0
having true;
