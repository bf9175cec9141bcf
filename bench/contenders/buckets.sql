-- Claims of place $1 by month and kind, in order. Most come from the roll-up that triggers
-- maintain.
-- Claims about one event are counted once, in the bucket that fits all of them.
select month, kind, sum(count)::int as count from (
  select nullif(month, '') as month, kind, entries::int as count from tally
  where location_id = $1::uuid and measure = '' and modality = '' and status = '' and entries > 0
  union all
  select case when count(month) = count(*) and min(month) = max(month) then min(month) end, case
    when min(kind) = max(kind) then min(kind) end, 1
  from (select event_id, kind, nullif(month_of(starts, occurred, span), '') as month
    from claim_within
    where location_id = $1::uuid and event_id is not null and modality in ('ASSERTED', 'ESTIMATED',
      'ALLEGED')) linked
  group by event_id
) unit group by month, kind order by month, kind
