-- source
-- $1 = 100
-- $2 = "01900000-0000-7000-8000-00000000000f"

select (
  '{"affiliations":[' || (
    (
      select
        coalesce(
          string_agg(
            (
              '{"to":' || (
                case
                  when t2faction."id" is not null then ('{"__typename":"Faction","name":' || (json_text (t2faction."name") || '}'))
                  when t2source."id" is not null then (
                    ('{"__typename":"Source","name":' || json_text (t2source."name")) || (',"kind":"' || (t2source."kind" || '"}'))
                  )
                end || '}'
              )
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
          from affiliation t1
          where
            t1.source_id = t0."id"
            and t1.withdrawn_at is null
          order by t1.id
          limit $1::int
        ) t1
        left join "faction" t2faction on t2faction."id" = t1."to_faction_id"
        left join "source" t2source on t2source."id" = t1."to_source_id"
    ) || ']}'
  )
)
from "source" t0
where t0.id = $2::uuid;
