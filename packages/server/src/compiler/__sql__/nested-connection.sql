-- locations
-- $1 = 3
-- $2 = 2

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        (
          ('{"name":' || json_text (t0."name")) || (
            ',"claims":' || (
              (
                select (
                  (
                    '{"totalCount":' || (
                      select count(*)
                      from (
                        select *
                        from (
                          select t3."id" as "_id0"
                          from claim t3
                          where (
                            exists (
                              select
                              from claim_place at
                              where
                                at.claim_id = t3.id
                                and at.location_id in (
                                  select t0."id"
                                )
                            )
                            and t3.withdrawn_at is null
                          )
                        ) found
                      ) counted
                    )
                  ) || (
                    ',"nodes":[' || (
                      coalesce(
                        string_agg(
                          ('{"statement":' || (json_text (t3."statement") || '}')),
                          ','
                          order by
                            t3._key desc nulls last,
                            t3."_id0" desc
                        ),
                        ''
                      ) || ']}'
                    )
                  )
                )
                from (
                  select
                    t3."id" as "_id0",
                    coalesce(t3.occurred_latest, t3.occurred_earliest) as _key,
                    t3."statement"
                  from claim t3
                  where (
                    exists (
                      select
                      from claim_place at
                      where
                        at.claim_id = t3.id
                        and at.location_id in (
                          select t0."id"
                        )
                    )
                    and t3.withdrawn_at is null
                  )
                  order by
                    coalesce(t3.occurred_latest, t3.occurred_earliest) desc nulls last,
                    t3."id" desc
                  limit $1::int
                ) t3
                having true
              ) || '}'
            )
          )
        ),
        ','
        order by
          t0._key asc,
          t0."_id0" asc
      ),
      ''
    ) || ']}'
  )
)
from (
  select
    t0."id" as "_id0",
    t0.name collate "C" as _key,
    t0."name",
    t0."id"
  from "location" t0
  where t0.withdrawn_at is null
  order by
    t0.name collate "C" asc,
    t0."id" asc
  limit $2::int
) t0
having true;
