-- claim
-- $1 = "01900000-0000-7000-8000-00000000000a"

select (
  (
    '{"occurred":' || (
      case
        when t0."occurred_edtf" is not null then (
          (
            ('{"edtf":' || json_text (t0."occurred_edtf")) || (',"earliest":' || coalesce('"' || t0."occurred_earliest" || '"', 'null'))
          ) || (
            (',"latest":' || coalesce('"' || t0."occurred_latest" || '"', 'null')) || (',"precision":"' || (t0."occurred_precision" || '"}'))
          )
        )
        else 'null'
      end || ',"passage":'
    )
  ) || (
    (
      case
        when t0."passage_quote" is not null then (
          ('{"quote":' || (json_text (t0."passage_quote") || ',"start":')) || ((t0."passage_start" || ',"end":') || (t0."passage_end" || '}'))
        )
        else 'null'
      end || ',"withdrawn":'
    ) || (
      case
        when t0."withdrawn_rationale" is not null then (
          (
            '{"at":' || to_char(t0."withdrawn_at" at time zone 'UTC', '\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\"')
          ) || (',"rationale":' || (json_text (t0."withdrawn_rationale") || '}'))
        )
        else 'null'
      end || '}'
    )
  )
)
from "claim" t0
where t0.id = $1::uuid;
