-- locations
-- $1 = ["COMMUNITY"]
-- $2 = "01900000-0000-7000-8000-00000000000d"
-- $3 = 2

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        ('{"name":' || (json_text (t0."name") || '}')),
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
    t0."name"
  from "location" t0
  where (
    t0.withdrawn_at is null
    and (
      t0.kind = any ($1::text[])
      and exists (
        select
        from location_within t0f1
        where
          t0f1.location_id = t0.id
          and t0f1.ancestor_id = $2::uuid
          and t0f1.depth > 0
      )
    )
  )
  order by
    t0.name collate "C" asc,
    t0."id" asc
  limit $3::int
) t0
having true;
