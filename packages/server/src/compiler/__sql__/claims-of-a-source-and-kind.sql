-- claims
-- $1 = ["01900000-0000-7000-8000-00000000000f"]
-- $2 = ["AIRSTRIKE","SHELLING"]
-- $3 = ["ASSERTED","ESTIMATED","ALLEGED"]
-- $4 = 2

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
            cross join unnest($2::text[]) kinds (kind)
            cross join lateral (
              select
                indexed.claim_id as "_id0",
                indexed.occurred as _key
              from claim_of_source indexed
              where
                indexed.source_id = things.id
                and indexed.kind = kinds.kind
                and indexed.modality = any ($3::text[])
                and true
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
