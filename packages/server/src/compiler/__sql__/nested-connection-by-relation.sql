-- report
-- $1 = 2
-- $2 = "01900000-0000-7000-8000-000000000010"

select (
  '{"claims":' || (
    (
      select (
        '{"edges":[' || (
          coalesce(
            string_agg(
              (
                '{"cursor":"' || ('rhQiqw' || '~' || t1."_id0"::text || coalesce('~' || t1._key, '') || '"}')
              ),
              ','
              order by
                t1._key asc,
                t1."_id0" asc
            ),
            ''
          ) || ']}'
        )
      )
      from (
        select
          t1."id" as "_id0",
          t1.created_at as _key
        from claim t1
        where (
          t1.report_id = t0."id"
          and t1.withdrawn_at is null
        )
        order by
          t1.created_at desc,
          t1."id" desc
        limit $1::int
      ) t1
      having true
    ) || '}'
  )
)
from "report" t0
where t0.id = $2::uuid;
