-- claim
-- $1 = 2
-- $2 = "01900000-0000-7000-8000-00000000000a"

select (
  '{"history":' || (
    (
      select (
        (
          '{"nodes":[' || coalesce(
            string_agg(
              (
                (
                  ('{"version":' || t1."version") || (
                    ',"at":' || to_char(t1."at" at time zone 'UTC', '\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\"')
                  )
                ) || (
                  (',"change":"' || t1."change") || (
                    '","diff":[' || (
                      (
                        select
                          coalesce(
                            string_agg(
                              (
                                ('{"path":' || (to_json(t6."path")::text || ',"before":')) || (
                                  (coalesce(json_text (t6."before"), 'null') || ',"after":') || (coalesce(json_text (t6."after"), 'null') || '}')
                                )
                              ),
                              ','
                              order by t6.path collate "C"
                            ),
                            ''
                          )
                        from row_changes (t1."record_type", t1."record_id", t1."at") t6
                        where true
                      ) || ']}'
                    )
                  )
                )
              ),
              ','
              order by
                t1._key desc,
                t1."_id0" desc,
                t1."_id1" desc
            ),
            ''
          )
        ) || (
          '],"pageInfo":{"endCursor":' || (
            coalesce(
              '"' || max(
                'xe2K53' || '~' || t1."_id0"::text || '~' || t1."_id1"::text || coalesce('~' || t1._key, '')
              ) filter (
                where t1._last
              ) || '"',
              'null'
            ) || '}}'
          )
        )
      )
      from (
        select
          placed.*,
          row_number() over (
            order by
              placed._key desc,
              placed."_id0" desc,
              placed."_id1" desc
          ) as _n,
          lead(false, 1, true) over (
            order by
              placed._key desc,
              placed."_id0" desc,
              placed."_id1" desc
          ) as _last
        from (
          select
            t1."record_id" as "_id0",
            t1."version" as "_id1",
            t1.version as _key,
            t1."version",
            t1."at",
            t1."change",
            t1."record_type",
            t1."record_id"
          from revision t1
          where t1.record_id = t0."id"
          order by
            t1.version desc,
            t1."record_id" desc,
            t1."version" desc
          limit $1::int
        ) placed
      ) t1
      having true
    ) || '}'
  )
)
from "claim" t0
where t0.id = $2::uuid;
