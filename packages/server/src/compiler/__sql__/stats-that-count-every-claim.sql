-- claimStats
-- $1 = 1000

with
  found as (
    select
      c.id,
      null::uuid as event_id,
      c.status collate "C" as status
    from
      claim c
      left join claim_event e on e.claim_id = c.id
    where c.withdrawn_at is null
    offset 0
  ),
  event as (
    select
      event_id,
      case
        when count(status) = count(*)
        and min(status) = max(status) then min(status)
      end as status
    from found
    where event_id is not null
    group by event_id
  ),
  unit as (
    select
      status,
      1::int as entries
    from event
    union all
    select
      status,
      count(*)::int as entries
    from found
    where event_id is null
    group by status
  ),
  gathered as (
    select
      *,
      place <= $1::int as shown
    from (
      select
        status,
        sum(entries)::int as count,
        row_number() over (
          order by
            sum(entries)::int desc,
            status nulls last
        ) as place
      from unit
      group by status
    ) placed
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
          order by t0.place
        ) filter (
          where t0.shown
        ),
        ''
      ) || ']}'
    )
  )
)
from gathered t0
having true;
