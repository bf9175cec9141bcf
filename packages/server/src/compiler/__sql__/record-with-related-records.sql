-- claim
-- $1 = "01900000-0000-7000-8000-00000000000a"

select (
  ('{"report":{"title":' || json_text (t1."title")) || (
    ',"publisher":' || (
      case
        when t3."id" is not null then (
          ('{"name":' || json_text (t3."name")) || (
            ',"basedIn":' || (
              case
                when t5."id" is not null then ('{"name":' || (json_text (t5."name") || '}'))
                else 'null'
              end || '}'
            )
          )
        )
        else 'null'
      end || '}}'
    )
  )
)
from
  "claim" t0
  join "report" t1 on t1."id" = t0."report_id"
  left join "source" t3 on t3."id" = t1."publisher_id"
  left join "location" t5 on t5."id" = t3."based_in_id"
where t0.id = $1::uuid;
