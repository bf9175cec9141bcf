-- locations
-- $1 = ["REFUTED","RETRACTED"]
-- $2 = ["UNVERIFIED","VERIFIED","DISPUTED"]
-- $3 = 1000
-- $4 = ["GOVERNORATE"]
-- $5 = 3

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        (
          ('{"name":' || json_text (t0."name")) || (
            ',"claimStats":' || (
              (
                with
                  left_out as (
                    select (
                      (
                        select coalesce(sum(entries), 0)
                        from tally
                        where
                          (
                            location_id = t0."id"
                            and status = any ($1::text[])
                          )
                          and modality <> ''
                          and measure = ''
                      ) + (
                        select count(*)
                        from claim_within indexed
                        where
                          (
                            location_id = t0."id"
                            and status = any ($1::text[])
                          )
                          and indexed.event_id is not null
                      )
                    )::int as claims
                  ),
                  matching as (
                    select
                      indexed.claim_id as id,
                      indexed.event_id,
                      nullif(month_of (indexed.starts, indexed.occurred, indexed.span), '') collate "C" as month
                    from claim_within indexed
                    where
                      (
                        location_id = t0."id"
                        and status = any ($2::text[])
                      )
                      and indexed.event_id is not null
                    offset 0
                  ),
                  rollup as (
                    select
                      nullif(month, '') collate "C" as month,
                      entries::int as entries
                    from tally
                    where
                      (
                        location_id = t0."id"
                        and status = any ($2::text[])
                      )
                      and modality <> ''
                      and entries > 0
                      and measure = ''
                  ),
                  event as (
                    select
                      event_id,
                      case
                        when count(month) = count(*)
                        and min(month) = max(month) then min(month)
                      end as month
                    from matching
                    where event_id is not null
                    group by event_id
                  ),
                  entry as (
                    select
                      month,
                      1::int as entries
                    from event
                    union all
                    select *
                    from rollup
                  ),
                  bucket as (
                    select
                      month,
                      sum(entries)::int as count
                    from entry
                    group by month
                  ),
                  gathered as (
                    select
                      ordered.*,
                      place <= $3::int as shown
                    from (
                      select
                        bucket.*,
                        row_number() over (
                          order by month nulls last
                        ) as place
                      from bucket
                    ) ordered
                  )
                select (
                  ('{"total":' || (coalesce(sum(t3."count"), 0)::int || ',"leftOut":')) || (
                    (
                      (
                        select claims
                        from left_out
                      ) || ',"buckets":['
                    ) || (
                      coalesce(
                        string_agg(
                          (
                            ('{"month":' || coalesce('"' || t3."month" || '"', 'null')) || (',"count":' || (t3."count" || '}'))
                          ),
                          ','
                          order by t3."place"
                        ) filter (
                          where t3."shown"
                        ),
                        ''
                      ) || ']}'
                    )
                  )
                )
                from gathered t3
                having true
              ) || '}'
            )
          )
        ),
        ','
        order by
          t0._key asc,
          t0."_id0" asc
      ),
      ''
    ) || ']}'
  )
)
from (
  select
    t0."id" as "_id0",
    t0.name collate "C" as _key,
    t0."name",
    t0."id"
  from "location" t0
  where (
    t0.withdrawn_at is null
    and t0.kind = any ($4::text[])
  )
  order by
    t0.name collate "C" asc,
    t0."id" asc
  limit $5::int
) t0
having true;
