-- claimStats
-- $1 = "2018-06-01"
-- $2 = 1000

with
  matching as (
    select
      c.id,
      e.event_id,
      (
        select
          case
            when count(distinct x.faction_id) = 1 then (array_agg(x.faction_id)) [1]
          end
        from claim_party x
        where x.claim_id = c.id
      ) as faction_id
    from
      (
        select *
        from (
          select c.id as "_id0"
          from claim c
          where
            c.withdrawn_at is null
            and coalesce(c.occurred_latest, c.occurred_earliest) >= $1::date
          union all
          select c.id as "_id0"
          from claim c
          where
            c.withdrawn_at is null
            and span_of (c.occurred_earliest, c.occurred_latest) = -1
            and span_of (c.occurred_earliest, c.occurred_latest) <> 0
            and coalesce(c.occurred_latest, c.occurred_earliest) < $1::date
        ) found
      ) counted
      join claim c on c.id = counted._id0
      left join claim_event e on e.claim_id = c.id
    where true
    offset 0
  ),
  event as (
    select
      event_id,
      case
        when count(faction_id) = count(*)
        and count(distinct faction_id) = 1 then (array_agg(faction_id)) [1]
      end as faction_id
    from matching
    where event_id is not null
    group by event_id
  ),
  entry as (
    select
      faction_id,
      1::int as entries
    from event
    union all
    select
      faction_id,
      count(*)::int as entries
    from matching
    where event_id is null
    group by faction_id
  ),
  bucket as (
    select
      faction_id,
      sum(entries)::int as count
    from entry
    group by faction_id
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
            faction_id nulls last
        ) as place
      from bucket
    ) ordered
  )
select (
  ('{"truncated":' || to_json(coalesce(not bool_and(t0."shown"), false))::text) || (
    ',"buckets":[' || (
      coalesce(
        string_agg(
          (
            (
              '{"faction":' || case
                when t3."id" is not null then ('{"name":' || (json_text (t3."name") || '}'))
                else 'null'
              end
            ) || (',"count":' || (t0."count" || '}'))
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
from
  gathered t0
  left join "faction" t3 on t3."id" = t0."faction_id"
having true;
