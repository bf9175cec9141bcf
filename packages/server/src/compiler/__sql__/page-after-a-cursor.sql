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
    '],"pageInfo":{"hasNextPage":' || (
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
        placed._key desc nulls last,
        placed."_id0" desc
    ) as _n
  from (
    select *
    from (
      (
        select
          t0."id" as "_id0",
          coalesce(t0.occurred_latest, t0.occurred_earliest) as _key,
          t0."id"
        from "claim" t0
        where (
          t0.withdrawn_at is null
          and (coalesce(t0.occurred_latest, t0.occurred_earliest), t0."id") < ($2::date, $3::uuid)
        )
        order by
          coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
          t0."id" desc
        limit $1::int + 1
      )
      union all
      (
        select
          t0."id" as "_id0",
          coalesce(t0.occurred_latest, t0.occurred_earliest) as _key,
          t0."id"
        from "claim" t0
        where (
          t0.withdrawn_at is null
          and coalesce(t0.occurred_latest, t0.occurred_earliest) is null
        )
        order by
          coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
          t0."id" desc
        limit $1::int + 1
      )
    ) ranges
    order by
      ranges._key desc nulls last,
      ranges."_id0" desc
    limit $1::int + 1
  ) placed
) t0
having true;
