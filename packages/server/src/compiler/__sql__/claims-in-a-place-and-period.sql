-- claims
-- $1 = ["01900000-0000-7000-8000-00000000000d"]
-- $2 = "2018-06-01"
-- $3 = "2018-06-30"
-- $4 = 2

select (
  (
    '{"totalCount":' || (
      select count(*)
      from (
        select distinct *
        from (
          select indexed.claim_id as "_id0"
          from
            (
              select unnest($1::uuid[])
            ) things (id)
            cross join claim_within indexed
          where
            indexed.location_id = things.id
            and indexed.occurred >= $2::date
            and indexed.occurred <= $3::date
          union all
          select indexed.claim_id as "_id0"
          from
            (
              select unnest($1::uuid[])
            ) things (id)
            cross join generate_series(1, 12) spans (class)
            cross join claim_within indexed
          where
            indexed.location_id = things.id
            and indexed.span = spans.class
            and indexed.span <> 0
            and indexed.occurred > $3::date
            and indexed.occurred <= case spans.class
              when 12 then 'infinity'::date
              else $3::date + (1 << spans.class) - 1
            end
            and (
              indexed.starts <= $3::date
              or indexed.starts is null
            )
          union all
          select indexed.claim_id as "_id0"
          from
            (
              select unnest($1::uuid[])
            ) things (id)
            cross join claim_within indexed
          where
            indexed.location_id = things.id
            and indexed.span = -1
            and indexed.span <> 0
            and indexed.occurred < $2::date
        ) found
      ) counted
    )
  ) || (
    ',"nodes":[' || (
      coalesce(
        string_agg(
          ('{"statement":' || (json_text (t0."statement") || '}')),
          ','
          order by
            t0._key desc nulls last,
            t0."_id0" desc
        ),
        ''
      ) || ']}'
    )
  )
)
from (
  select
    picked.*,
    t0."statement"
  from
    (
      select distinct *
      from (
        (
          select ranged.*
          from
            (
              select unnest($1::uuid[])
            ) things (id)
            cross join lateral (
              select
                indexed.claim_id as "_id0",
                indexed.occurred as _key
              from claim_within indexed
              where
                indexed.location_id = things.id
                and indexed.occurred >= $2::date
                and indexed.occurred <= $3::date
              order by
                indexed.occurred desc nulls last,
                indexed.claim_id desc
              limit $4::int
            ) ranged
        )
        union all
        (
          select ranged.*
          from
            (
              select unnest($1::uuid[])
            ) things (id)
            cross join generate_series(1, 12) spans (class)
            cross join lateral (
              select
                indexed.claim_id as "_id0",
                indexed.occurred as _key
              from claim_within indexed
              where
                indexed.location_id = things.id
                and indexed.span = spans.class
                and indexed.span <> 0
                and indexed.occurred > $3::date
                and indexed.occurred <= case spans.class
                  when 12 then 'infinity'::date
                  else $3::date + (1 << spans.class) - 1
                end
                and (
                  indexed.starts <= $3::date
                  or indexed.starts is null
                )
              order by
                indexed.occurred desc nulls last,
                indexed.claim_id desc
              limit $4::int
            ) ranged
        )
        union all
        (
          select ranged.*
          from
            (
              select unnest($1::uuid[])
            ) things (id)
            cross join lateral (
              select
                indexed.claim_id as "_id0",
                indexed.occurred as _key
              from claim_within indexed
              where
                indexed.location_id = things.id
                and indexed.span = -1
                and indexed.span <> 0
                and indexed.occurred < $2::date
              order by
                indexed.occurred desc nulls last,
                indexed.claim_id desc
              limit $4::int
            ) ranged
        )
      ) ranges
      order by
        ranges._key desc nulls last,
        ranges."_id0" desc
      limit $4::int
    ) picked
    join "claim" t0 on t0."id" = picked."_id0"
) t0
having true;
