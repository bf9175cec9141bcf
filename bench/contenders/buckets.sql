-- Claims of place $1 by month and kind, in order: sums that the database keeps, and claims that share an event, which count once, where all of them go.
select month, kind, sum(count)::int as count from (
  select nullif(month, '') as month, kind, entries::int as count from tally
  where location_id = $1::uuid and measure = '' and modality = '' and status = '' and entries > 0
  union all
  select case when count(month) = count(*) and min(month) = max(month) then min(month) end, case when min(kind) = max(kind) then min(kind) end, 1
  from (select event_id, kind, nullif(month_of(starts, occurred, span), '') as month from claim_within
    where location_id = $1::uuid and event_id is not null and modality in ('ASSERTED', 'ESTIMATED', 'ALLEGED')) linked
  group by event_id
) unit group by month, kind order by month, kind
