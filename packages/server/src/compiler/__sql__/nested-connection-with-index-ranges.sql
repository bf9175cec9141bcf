-- location
-- $1 = ["CLASH"]
-- $2 = ["ASSERTED","ESTIMATED","ALLEGED"]
-- $3 = "2018-06-20"
-- $4 = 3
-- $5 = "01900000-0000-7000-8000-00000000000d"

select (
  '{"claims":' || (
    (
      select (
        '{"nodes":[' || (
          coalesce(
            string_agg(
              ('{"statement":' || (json_text (t1."statement") || '}')),
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
          picked.*,
          t1."statement"
        from
          (
            select *
            from (
              (
                select ranged.*
                from
                  unnest($1::text[]) kinds (kind)
                  cross join lateral (
                    select
                      indexed.claim_id as "_id0",
                      indexed.occurred as _key
                    from claim_within indexed
                    where
                      indexed.location_id = t0."id"
                      and indexed.kind = kinds.kind
                      and indexed.modality = any ($2::text[])
                      and indexed.occurred >= $3::date
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
                  unnest($1::text[]) kinds (kind)
                  cross join lateral (
                    select
                      indexed.claim_id as "_id0",
                      indexed.occurred as _key
                    from claim_within indexed
                    where
                      indexed.location_id = t0."id"
                      and indexed.kind = kinds.kind
                      and indexed.modality = any ($2::text[])
                      and indexed.span = -1
                      and indexed.span <> 0
                      and indexed.occurred < $3::date
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
          join "claim" t1 on t1."id" = picked."_id0"
      ) t1
      having true
    ) || '}'
  )
)
from "location" t0
where t0.id = $5::uuid;
