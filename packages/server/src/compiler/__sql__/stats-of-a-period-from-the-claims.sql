-- claimStats
-- $1 = ["UNVERIFIED","VERIFIED","DISPUTED"]
-- $2 = "2018-06-01"
-- $3 = 1000

with
  matching as (
    select
      c.id,
      e.event_id,
      e.event_id is null as is_single,
      case
        when claim_party0.claim_id is null then (
          select
            case
              when count(key) = count(*)
              and min(key::text) = max(key::text) then min(key::text)::uuid
            end
          from (
            select x.faction_id as key
            from claim_party x
            where x.claim_id = c.id
          ) every
        )
        when claim_party1.claim_id is null then claim_party0.faction_id
        when claim_party0.faction_id is distinct from claim_party1.faction_id then null
        when exists (
          select
          from claim_party x
          where
            x.claim_id = c.id
            and x.position > 1
        ) then (
          select
            case
              when count(key) = count(*)
              and min(key::text) = max(key::text) then min(key::text)::uuid
            end
          from (
            select x.faction_id as key
            from claim_party x
            where x.claim_id = c.id
          ) every
        )
        else claim_party0.faction_id
      end as faction_id
    from
      (
        select *
        from (
          select c.id as "_id0"
          from claim c
          where
            c.withdrawn_at is null
            and c.status = any ($1::text[])
            and coalesce(c.occurred_latest, c.occurred_earliest) >= $2::date
          union all
          select c.id as "_id0"
          from claim c
          where
            c.withdrawn_at is null
            and c.status = any ($1::text[])
            and span_of (c.occurred_earliest, c.occurred_latest) = -1
            and span_of (c.occurred_earliest, c.occurred_latest) <> 0
            and coalesce(c.occurred_latest, c.occurred_earliest) < $2::date
        ) found
      ) counted
      join claim c on c.id = counted._id0
      left join claim_event e on e.claim_id = c.id
      left join claim_party claim_party0 on claim_party0.claim_id = c.id
      and claim_party0.position = 0
      left join claim_party claim_party1 on claim_party1.claim_id = c.id
      and claim_party1.position = 1
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
    where is_single
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
      place <= $3::int as shown
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
