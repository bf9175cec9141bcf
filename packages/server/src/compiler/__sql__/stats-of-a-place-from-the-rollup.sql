-- claimStats
-- $1 = "01900000-0000-7000-8000-00000000000d"
-- $2 = ["ASSERTED","ESTIMATED","ALLEGED"]
-- $3 = ["UNVERIFIED","VERIFIED","DISPUTED"]
-- $4 = 50

with
  matching as (
    select
      indexed.claim_id as id,
      indexed.event_id,
      nullif(month_of (indexed.starts, indexed.occurred, indexed.span), '') collate "C" as month,
      indexed.kind collate "C" as kind
    from claim_within indexed
    where
      (
        location_id = $1::uuid
        and modality = any ($2::text[])
        and status = any ($3::text[])
      )
      and indexed.event_id is not null
    offset 0
  ),
  rollup as (
    select
      nullif(month, '') collate "C" as month,
      kind collate "C" as kind,
      measure,
      entries,
      sum_min,
      sum_best,
      sum_max,
      mins,
      bests,
      maxes
    from tally
    where
      (
        location_id = $1::uuid
        and modality = ''
        and status = ''
      )
      and entries > 0
  ),
  event as (
    select
      event_id,
      case
        when count(month) = count(*)
        and min(month) = max(month) then min(month)
      end as month,
      case
        when count(kind) = count(*)
        and min(kind) = max(kind) then min(kind)
      end as kind
    from matching
    where event_id is not null
    group by event_id
  ),
  event_span as (
    select
      event_id,
      measure,
      coalesce(
        min(sum_min) filter (
          where mins > 0
        ),
        0
      ) as low,
      count(*) filter (
        where mins > 0
      ) > 0 as has_low,
      max(sum_max) as high,
      bool_or(maxes < entries) as is_open,
      case
        when count(distinct sum_best) filter (
          where bests > 0
        ) = 1
        and bool_and(bests in (0, entries)) then min(sum_best) filter (
          where bests > 0
        )
      end as best
    from (
      select
        m.event_id,
        m.id,
        q.measure,
        count(*) as entries,
        coalesce(sum(q.min), 0) as sum_min,
        coalesce(sum(q.best), 0) as sum_best,
        coalesce(sum(q.max), 0) as sum_max,
        count(q.min) as mins,
        count(q.best) as bests,
        count(q.max) as maxes
      from
        matching m
        join quantity q on q.claim_id = m.id
        and q.part_of is null
      where m.event_id is not null
      group by
        m.event_id,
        m.id,
        q.measure
    ) of_claim
    group by
      event_id,
      measure
  ),
  entry as (
    select
      month,
      kind,
      '' as measure,
      1 as entries,
      0 as sum_min,
      0 as sum_best,
      0 as sum_max,
      0 as mins,
      0 as bests,
      0 as maxes
    from event
    union all
    select
      month,
      kind,
      measure,
      1,
      low,
      coalesce(best, 0),
      case
        when is_open then 0
        else high
      end,
      has_low::int,
      (best is not null)::int,
      (not is_open)::int
    from
      event_span
      join event using (event_id)
    union all
    select *
    from rollup
  ),
  bucket as (
    select
      month,
      kind,
      (
        sum(entries) filter (
          where measure = ''
        )
      )::int as count,
      array_agg(measure) filter (
        where measure <> ''
      ) as measure,
      array_agg(entries) filter (
        where measure <> ''
      ) as figures,
      array_agg(
        case
          when mins > 0 then sum_min
        end
      ) filter (
        where measure <> ''
      ) as sum_min,
      array_agg(
        case
          when bests > 0 then sum_best
        end
      ) filter (
        where measure <> ''
      ) as sum_best,
      array_agg(
        case
          when maxes = entries then sum_max
        end
      ) filter (
        where measure <> ''
      ) as sum_max,
      array_agg(bests) filter (
        where measure <> ''
      ) as with_best,
      array_agg(entries - maxes) filter (
        where measure <> ''
      ) as open_above
    from (
      select
        month,
        kind,
        measure,
        sum(entries) as entries,
        sum(sum_min) as sum_min,
        sum(sum_best) as sum_best,
        sum(sum_max) as sum_max,
        sum(mins) as mins,
        sum(bests) as bests,
        sum(maxes) as maxes
      from entry
      group by
        month,
        kind,
        measure
    ) entry
    group by
      month,
      kind
  ),
  gathered as (
    select
      ordered.*,
      place <= $4::int as shown
    from (
      select
        bucket.*,
        row_number() over (
          order by
            month nulls last,
            kind nulls last
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
              ('{"month":' || coalesce('"' || t0."month" || '"', 'null')) || (',"kind":' || coalesce('"' || t0."kind" || '"', 'null'))
            ) || (
              (',"count":' || t0."count") || (
                ',"quantities":[' || (
                  (
                    select
                      coalesce(
                        string_agg(
                          (
                            ('{"measure":"' || t6."measure") || ('","sumMin":' || (coalesce(to_json(t6."sum_min")::text, 'null') || '}'))
                          ),
                          ','
                          order by t6."measure" collate "C"
                        ),
                        ''
                      )
                    from
                      unnest(
                        t0."measure",
                        t0."figures",
                        t0."sum_min",
                        t0."sum_best",
                        t0."sum_max",
                        t0."with_best",
                        t0."open_above"
                      ) t6 (measure, figures, sum_min, sum_best, sum_max, with_best, open_above)
                    where true
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
from gathered t0
having true;
