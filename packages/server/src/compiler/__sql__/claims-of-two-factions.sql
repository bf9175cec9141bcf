-- claims
-- $1 = ["01900000-0000-7000-8000-00000000000c","01900000-0000-7000-8000-00000000000d"]
-- $2 = 2

select (
  '{"nodes":[' || (
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
              from claim_of_faction indexed
              where
                indexed.faction_id = things.id
                and true
              order by
                indexed.occurred desc nulls last,
                indexed.claim_id desc
              limit $2::int
            ) ranged
        )
      ) ranges
      order by
        ranges._key desc nulls last,
        ranges."_id0" desc
      limit $2::int
    ) picked
    join "claim" t0 on t0."id" = picked."_id0"
) t0
having true;
