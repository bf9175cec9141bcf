-- claim
-- $1 = ["CONTRADICTS","CORROBORATES"]
-- $2 = 5
-- $3 = 1
-- $4 = "01900000-0000-7000-8000-00000000000a"

select (
  (
    '{"links":[' || (
      select
        coalesce(
          string_agg(
            (
              ('{"kind":"' || t1."kind") || ('","to":{"statement":' || (json_text (t3."statement") || '}}'))
            ),
            ','
            order by t1._n
          ),
          ''
        )
      from
        (
          select
            t1.*,
            row_number() over (
              order by t1.id
            ) as _n
          from claim_link t1
          where (
            (
              t1.from_id = t0."id"
              or t1.to_id = t0."id"
            )
            and t1.withdrawn_at is null
            and not exists (
              select
              from claim w
              where
                w.id in (t1.from_id, t1.to_id)
                and w.id <> t0."id"
                and w.withdrawn_at is not null
            )
            and t1.kind = any ($1::text[])
          )
          order by t1.id
          limit $2::int
        ) t1
        join "claim" t3 on t3."id" = t1."to_id"
    )
  ) || (
    '],"assessments":[' || (
      (
        select
          coalesce(
            string_agg(
              (
                ('{"status":"' || t5."status") || ('","rationale":' || (json_text (t5."rationale") || '}'))
              ),
              ','
              order by t5._n
            ),
            ''
          )
        from (
          select
            t5.*,
            row_number() over (
              order by
                t5.at desc,
                t5.id desc
            ) as _n
          from assessment t5
          where t5.claim_id = t0."id"
          order by
            t5.at desc,
            t5.id desc
          limit $3::int
        ) t5
      ) || ']}'
    )
  )
)
from "claim" t0
where t0.id = $4::uuid;
