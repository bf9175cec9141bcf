-- claims
-- $1 = 2
-- $2 = "2018-07-01"
-- $3 = "01900000-0000-7000-8000-00000000000a"

select (
  (
    '{"nodes":[' || coalesce(
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
    )
  ) || (
    '],"pageInfo":{"hasPreviousPage":' || (
      case
        when count(*) > $1::int then 'true'
        else 'false'
      end || '}}'
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
    ) as _n
  from (
    select
      t0."id" as "_id0",
      coalesce(t0.occurred_latest, t0.occurred_earliest) as _key,
      t0."id"
    from "claim" t0
    where (
      t0.withdrawn_at is null
      and (coalesce(t0.occurred_latest, t0.occurred_earliest), t0."id") > ($2::date, $3::uuid)
    )
    order by
      coalesce(t0.occurred_latest, t0.occurred_earliest) asc nulls first,
      t0."id" asc
    limit $1::int + 1
  ) placed
) t0
having true;
