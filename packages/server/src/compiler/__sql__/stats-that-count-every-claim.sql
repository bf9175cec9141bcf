-- claimStats
-- $1 = ["UNVERIFIED","VERIFIED","DISPUTED"]
-- $2 = 1000

with
  matching as (
    select
      c.id,
      c.status collate "C" as status
    from claim c
    where (
      c.withdrawn_at is null
      and c.status = any ($1::text[])
    )
    offset 0
  ),
  entry as (
    select
      status,
      count(*)::int as entries
    from matching
    where true
    group by status
  ),
  bucket as (
    select
      status,
      sum(entries)::int as count
    from entry
    group by status
  ),
  gathered as (
    select
      ordered.*,
      place <= $2::int as shown
    from (
      select
        bucket.*,
        row_number() over (
          order by
            count desc,
            status nulls last
        ) as place
      from bucket
    ) ordered
  )
select (
  ('{"total":' || coalesce(sum(t0."count"), 0)::int) || (
    ',"buckets":[' || (
      coalesce(
        string_agg(
          (
            ('{"status":' || coalesce('"' || t0."status" || '"', 'null')) || (',"count":' || (t0."count" || '}'))
          ),
          ','
          order by t0."place"
        ) filter (
          where t0."shown"
        ),
        ''
      ) || ']}'
    )
  )
)
from gathered t0
having true;
