-- claim
-- $1 = "01900000-0000-7000-8000-00000000000a"

select (
  (
    ('{"id":"clm_' || t0."id") || ('","statement":' || (json_text (t0."statement") || ',"kind":"'))
  ) || (
    (t0."kind" || ('","version":' || t0."version")) || (
      ',"createdAt":' || (
        to_char(t0."created_at" at time zone 'UTC', '\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\"') || '}'
      )
    )
  )
)
from "claim" t0
where t0.id = $1::uuid;
