-- claim
-- $1 = "01900000-0000-7000-8000-00000000000a"

select (
  (
    '{"words":' || (json_text (t0."statement") || ',"__typename":"Claim","first":{"title":')
  ) || (
    (json_text (t3."title") || '},"second":{"url":') || (coalesce(json_text (t5."url"), 'null') || '}}')
  )
)
from
  "claim" t0
  join "report" t3 on t3."id" = t0."report_id"
  join "report" t5 on t5."id" = t0."report_id"
where t0.id = $1::uuid;
