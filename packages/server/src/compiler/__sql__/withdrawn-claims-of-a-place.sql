-- location
-- $1 = 1
-- $2 = 3
-- $3 = "01900000-0000-7000-8000-00000000000d"

select (
  '{"claims":' || (
    (
      select (
        '{"nodes":[' || (
          coalesce(
            string_agg(
              (
                ('{"statement":' || (json_text (t1."statement") || ',"withdrawn":')) || (
                  (
                    case
                      when t1."withdrawn_rationale" is not null then ('{"rationale":' || (json_text (t1."withdrawn_rationale") || '}'))
                      else 'null'
                    end || ',"history":'
                  ) || (
                    (
                      select (
                        '{"nodes":[' || (
                          coalesce(
                            string_agg(
                              (
                                ('{"change":"' || t6."change") || (
                                  '","rationale":' || (
                                    coalesce(
                                      json_text (
                                        (
                                          select w.rationale
                                          from write_log w
                                          where w.seq = t6."seq"
                                        )
                                      ),
                                      'null'
                                    ) || '}'
                                  )
                                )
                              ),
                              ','
                              order by
                                t6._key desc,
                                t6."_id0" desc,
                                t6."_id1" desc
                            ),
                            ''
                          ) || ']}'
                        )
                      )
                      from (
                        select
                          t6."record_id" as "_id0",
                          t6."version" as "_id1",
                          t6.version as _key,
                          t6."change",
                          t6."seq"
                        from revision t6
                        where t6.record_id = t1."id"
                        order by
                          t6.version desc,
                          t6."record_id" desc,
                          t6."version" desc
                        limit $1::int
                      ) t6
                      having true
                    ) || '}'
                  )
                )
              ),
              ','
              order by
                t1._key desc nulls last,
                t1."_id0" desc
            ),
            ''
          ) || ']}'
        )
      )
      from (
        select
          t1."id" as "_id0",
          coalesce(t1.occurred_latest, t1.occurred_earliest) as _key,
          t1."statement",
          t1."withdrawn_rationale",
          t1."id"
        from claim t1
        where (
          exists (
            select
            from
              claim_place p
              join location_within w on w.location_id = p.location_id
            where
              p.claim_id = t1.id
              and w.ancestor_id = t0."id"
          )
          and t1.withdrawn_at is not null
        )
        order by
          coalesce(t1.occurred_latest, t1.occurred_earliest) desc nulls last,
          t1."id" desc
        limit $2::int
      ) t1
      having true
    ) || '}'
  )
)
from "location" t0
where t0.id = $3::uuid;
