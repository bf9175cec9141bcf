-- sources
-- $1 = 2

select (
  (
    (
      '{"totalCount":' || (
        select count(*)
        from (
          select *
          from (
            select t0."id" as "_id0"
            from "source" t0
            where t0.withdrawn_at is null
          ) found
        ) counted
      )
    ) || (
      ',"edges":[' || (
        coalesce(
          string_agg(
            (
              (
                '{"cursor":"' || 'dyZ2YN' || '~' || t0."_id0"::text || coalesce('~' || encode(convert_to(t0._key, 'UTF8'), 'hex'), '')
              ) || ('","node":{"name":' || (json_text (t0."name") || '}}'))
            ),
            ','
            order by
              t0._key asc,
              t0."_id0" asc
          ) filter (
            where t0._n <= $1::int
          ),
          ''
        ) || '],"pageInfo":{"hasNextPage":'
      )
    )
  ) || (
    (
      case
        when count(*) > $1::int then 'true'
        else 'false'
      end || (
        ',"hasPreviousPage":false,"startCursor":' || coalesce(
          '"' || max(
            'dyZ2YN' || '~' || t0."_id0"::text || coalesce('~' || encode(convert_to(t0._key, 'UTF8'), 'hex'), '')
          ) filter (
            where t0._n = 1
          ) || '"',
          'null'
        )
      )
    ) || (
      ',"endCursor":' || (
        coalesce(
          '"' || max(
            'dyZ2YN' || '~' || t0."_id0"::text || coalesce('~' || encode(convert_to(t0._key, 'UTF8'), 'hex'), '')
          ) filter (
            where
              t0._n = $1::int
              or t0._n < $1::int
              and t0._last
          ) || '"',
          'null'
        ) || '}}'
      )
    )
  )
)
from (
  select
    placed.*,
    row_number() over (
      order by
        placed._key asc,
        placed."_id0" asc
    ) as _n,
    lead(false, 1, true) over (
      order by
        placed._key asc,
        placed."_id0" asc
    ) as _last
  from (
    select
      t0."id" as "_id0",
      t0.name collate "C" as _key,
      t0."name"
    from "source" t0
    where t0.withdrawn_at is null
    order by
      t0.name collate "C" asc,
      t0."id" asc
    limit $1::int + 1
  ) placed
) t0
having true;
