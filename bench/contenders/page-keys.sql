-- The claims of a page in order, plus one: at place $1, from day $2 to day $3, of kind $4, $5
-- claims.
-- They come from ranges of the claim index table: first claims that end after the period and began
-- in
-- it or before, one class of span after the other; then claims that end in it; then those without
-- an
-- end. Each part is sorted, and is read only if the parts before it do not fill the page.
select * from (
  (select w.occurred, w.claim_id from generate_series(1, 12) class cross join lateral (
    select occurred, claim_id from claim_within
    where location_id = $1::uuid and span = class and span <> 0 and kind = $4
      and modality in ('ASSERTED', 'ESTIMATED', 'ALLEGED')
      and occurred > $3::date and occurred <= case class when 12 then 'infinity'::date
        else $3::date + (1 << class) - 1 end
      and (starts <= $3::date or starts is null)
    order by occurred desc nulls last, claim_id desc limit $5::int + 1) w
  order by w.occurred desc, w.claim_id desc limit $5::int + 1)
  union all
  (select occurred, claim_id from claim_within
  where location_id = $1::uuid and kind = $4 and modality in ('ASSERTED', 'ESTIMATED', 'ALLEGED')
    and occurred between $2::date and $3::date
  order by occurred desc nulls last, claim_id desc limit $5::int + 1)
  union all
  (select occurred, claim_id from claim_within
  where location_id = $1::uuid and span = -1 and span <> 0 and kind = $4
    and modality in ('ASSERTED', 'ESTIMATED', 'ALLEGED') and occurred < $2::date
  order by occurred desc nulls last, claim_id desc limit $5::int + 1)
) parts limit $5::int + 1
