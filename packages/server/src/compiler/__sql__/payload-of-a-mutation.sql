-- createClaim
-- $1 = "01900000-0000-7000-8000-00000000000a"
-- $2 = "[]"

select (
  (
    '{"claim":' || (
      select (
        ('{"id":"clm_' || (t1."id" || '","version":')) || ((t1."version" || ',"report":{"title":') || (json_text (t4."title") || '}}'))
      )
      from
        "claim" t1
        join "report" t4 on t4."id" = t1."report_id"
      where t1."id" = $1::uuid
    )
  ) || (',"warnings":' || ($2::text || '}'))
);
