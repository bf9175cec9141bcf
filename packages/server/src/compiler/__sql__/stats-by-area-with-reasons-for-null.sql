-- claimStats
-- $1 = ["UNVERIFIED","VERIFIED","DISPUTED"]
-- $2 = 10

with
  matching as (
    select
      c.id,
      e.event_id,
      e.event_id is null as is_single,
      case
        when claim_place0.claim_id is null then (
          select
            case
              when count(key) = count(*)
              and min(key::text) = max(key::text) then min(key::text)::uuid
            end
          from (
            select k.key
            from
              claim_place x
              left join lateral (
                select
                  case
                    when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid
                  end as key
                from
                  location_within w
                  join location a on a.id = w.ancestor_id
                  and a.kind = 'GOVERNORATE'
                where w.location_id = x.location_id
              ) k on true
            where x.claim_id = c.id
          ) every
        )
        when claim_place1.claim_id is null then governorate0.key
        when governorate0.key is distinct from governorate1.key then null
        when exists (
          select
          from claim_place x
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
            select k.key
            from
              claim_place x
              left join lateral (
                select
                  case
                    when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid
                  end as key
                from
                  location_within w
                  join location a on a.id = w.ancestor_id
                  and a.kind = 'GOVERNORATE'
                where w.location_id = x.location_id
              ) k on true
            where x.claim_id = c.id
          ) every
        )
        else governorate0.key
      end as admin1_id,
      case
        when c.occurred_earliest = c.occurred_latest
        or date_trunc('week', c.occurred_earliest) = date_trunc('week', c.occurred_latest) then to_char(c.occurred_latest, 'IYYY-"W"IW')
      end collate "C" as week,
      case
        when case
          when claim_place0.claim_id is null then (
            select
              case
                when count(key) = count(*)
                and min(key::text) = max(key::text) then min(key::text)::uuid
              end
            from (
              select k.key
              from
                claim_place x
                left join lateral (
                  select
                    case
                      when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid
                    end as key
                  from
                    location_within w
                    join location a on a.id = w.ancestor_id
                    and a.kind = 'GOVERNORATE'
                  where w.location_id = x.location_id
                ) k on true
              where x.claim_id = c.id
            ) every
          )
          when claim_place1.claim_id is null then governorate0.key
          when governorate0.key is distinct from governorate1.key then null
          when exists (
            select
            from claim_place x
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
              select k.key
              from
                claim_place x
                left join lateral (
                  select
                    case
                      when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid
                    end as key
                  from
                    location_within w
                    join location a on a.id = w.ancestor_id
                    and a.kind = 'GOVERNORATE'
                  where w.location_id = x.location_id
                ) k on true
              where x.claim_id = c.id
            ) every
          )
          else governorate0.key
        end is null then case
          when claim_place0.claim_id is null then (
            select
              case
                when count(*) = 0 then 'UNKNOWN'
                when count(key) = 0 then 'OUTSIDE'
                else 'SEVERAL'
              end
            from (
              select k.key
              from
                claim_place x
                left join lateral (
                  select
                    case
                      when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid
                    end as key
                  from
                    location_within w
                    join location a on a.id = w.ancestor_id
                    and a.kind = 'GOVERNORATE'
                  where w.location_id = x.location_id
                ) k on true
              where x.claim_id = c.id
            ) every
          )
          when claim_place1.claim_id is null then 'OUTSIDE'
          when governorate0.key is distinct from governorate1.key then 'SEVERAL'
          when exists (
            select
            from claim_place x
            where
              x.claim_id = c.id
              and x.position > 1
          ) then (
            select
              case
                when count(*) = 0 then 'UNKNOWN'
                when count(key) = 0 then 'OUTSIDE'
                else 'SEVERAL'
              end
            from (
              select k.key
              from
                claim_place x
                left join lateral (
                  select
                    case
                      when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid
                    end as key
                  from
                    location_within w
                    join location a on a.id = w.ancestor_id
                    and a.kind = 'GOVERNORATE'
                  where w.location_id = x.location_id
                ) k on true
              where x.claim_id = c.id
            ) every
          )
          else 'OUTSIDE'
        end
      end as admin1_id_null,
      case
        when case
          when c.occurred_earliest = c.occurred_latest
          or date_trunc('week', c.occurred_earliest) = date_trunc('week', c.occurred_latest) then to_char(c.occurred_latest, 'IYYY-"W"IW')
        end collate "C" is null then case
          when coalesce(c.occurred_earliest, c.occurred_latest) is null then 'UNKNOWN'
          else 'SEVERAL'
        end
      end as week_null
    from
      claim c
      left join claim_event e on e.claim_id = c.id
      left join claim_place claim_place0 on claim_place0.claim_id = c.id
      and claim_place0.position = 0
      left join claim_place claim_place1 on claim_place1.claim_id = c.id
      and claim_place1.position = 1
      left join (
        select
          w.location_id,
          case
            when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid
          end as key
        from
          location_within w
          join location a on a.id = w.ancestor_id
          and a.kind = 'GOVERNORATE'
        group by w.location_id
      ) governorate0 on governorate0.location_id = claim_place0.location_id
      left join (
        select
          w.location_id,
          case
            when min(a.id::text) = max(a.id::text) then min(a.id::text)::uuid
          end as key
        from
          location_within w
          join location a on a.id = w.ancestor_id
          and a.kind = 'GOVERNORATE'
        group by w.location_id
      ) governorate1 on governorate1.location_id = claim_place1.location_id
    where (
      c.withdrawn_at is null
      and c.status = any ($1::text[])
    )
    offset 0
  ),
  event as (
    select
      event_id,
      case
        when count(admin1_id) = count(*)
        and count(distinct admin1_id) = 1 then (array_agg(admin1_id)) [1]
      end as admin1_id,
      case
        when count(week) = count(*)
        and min(week) = max(week) then min(week)
      end as week,
      case
        when case
          when count(admin1_id) = count(*)
          and count(distinct admin1_id) = 1 then (array_agg(admin1_id)) [1]
        end is null then case
          when count(admin1_id_null) = count(*)
          and min(admin1_id_null) = max(admin1_id_null) then min(admin1_id_null)
          else 'SEVERAL'
        end
      end as admin1_id_null,
      case
        when case
          when count(week) = count(*)
          and min(week) = max(week) then min(week)
        end is null then case
          when count(week_null) = count(*)
          and min(week_null) = max(week_null) then min(week_null)
          else 'SEVERAL'
        end
      end as week_null
    from matching
    where event_id is not null
    group by event_id
  ),
  entry as (
    select
      admin1_id,
      week,
      admin1_id_null,
      week_null,
      1::int as entries
    from event
    union all
    select
      admin1_id,
      week,
      admin1_id_null,
      week_null,
      count(*)::int as entries
    from matching
    where is_single
    group by
      admin1_id,
      week,
      admin1_id_null,
      week_null
  ),
  bucket as (
    select
      admin1_id,
      week,
      sum(entries)::int as count,
      array['ADMIN1', 'WEEK']::text[] as null_dimension,
      array[
        coalesce(
          sum(entries) filter (
            where admin1_id_null = 'UNKNOWN'
          ),
          0
        )::int,
        coalesce(
          sum(entries) filter (
            where week_null = 'UNKNOWN'
          ),
          0
        )::int
      ]::int[] as null_unknown,
      array[
        coalesce(
          sum(entries) filter (
            where admin1_id_null = 'SEVERAL'
          ),
          0
        )::int,
        coalesce(
          sum(entries) filter (
            where week_null = 'SEVERAL'
          ),
          0
        )::int
      ]::int[] as null_several,
      array[
        coalesce(
          sum(entries) filter (
            where admin1_id_null = 'OUTSIDE'
          ),
          0
        )::int,
        coalesce(
          sum(entries) filter (
            where week_null = 'OUTSIDE'
          ),
          0
        )::int
      ]::int[] as null_outside
    from entry
    group by
      admin1_id,
      week
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
            week nulls last,
            admin1_id nulls last
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
            (
              (
                '{"admin1":' || case
                  when t3."id" is not null then ('{"name":' || (json_text (t3."name") || '}'))
                  else 'null'
                end
              ) || (',"week":' || coalesce('"' || t0."week" || '"', 'null'))
            ) || (
              (',"count":' || t0."count") || (
                ',"nulls":[' || (
                  (
                    select
                      coalesce(
                        string_agg(
                          (
                            (('{"dimension":"' || t7."dimension") || ('","unknown":' || t7."unknown")) || ((',"several":' || t7."several") || (',"outside":' || (t7."outside" || '}')))
                          ),
                          ','
                          order by t7."place"
                        ),
                        ''
                      )
                    from
                      unnest(t0."null_dimension", t0."null_unknown", t0."null_several", t0."null_outside") with ordinality t7 (dimension, unknown, several, outside, place)
                    where t7.unknown + t7.several + t7.outside > 0
                  ) || ']}'
                )
              )
            )
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
  left join "location" t3 on t3."id" = t0."admin1_id"
having true;
