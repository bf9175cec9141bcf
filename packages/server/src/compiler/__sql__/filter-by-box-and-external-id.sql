-- claims
-- $1 = "2018-01-01T00:00:00.000Z"
-- $2 = 32.5
-- $3 = 32.8
-- $4 = 36
-- $5 = 36.3
-- $6 = "ocha-pcode"
-- $7 = "SY12"
-- $8 = 32.5
-- $9 = 32.8
-- $10 = 36
-- $11 = 36.3
-- $12 = 3
-- $13 = 5

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
    t0."id" as "_id0",
    coalesce(t0.occurred_latest, t0.occurred_earliest) as _key,
    t0."statement"
  from "claim" t0
  where (
    t0.withdrawn_at is null
    and (
      t0.updated_at >= $1::timestamptz
      and t0.id in (
        select t0f1.claim_id
        from claim_place t0f1
        where
          (
            t0f1.point_lat between $2::float8 and $3::float8
            and t0f1.point_lon between $4::float8 and $5::float8
          )
          and t0f1.location_id in (
            select location_id
            from location_within
            where
              ancestor_id in (
                select external.location_id
                from external_id external
                where
                  external.system = $6
                  and external.value = $7
                  and external.location_id is not null
              )
          )
        union all
        select t0f1.claim_id
        from
          location t0f2
          join claim_place t0f1 on t0f1.location_id = t0f2.id
        where
          (
            t0f2.point_lat between $8::float8 and $9::float8
            and t0f2.point_lon between $10::float8 and $11::float8
          )
          and t0f1.point_lat is null
          and t0f1.location_id in (
            select location_id
            from location_within
            where
              ancestor_id in (
                select external.location_id
                from external_id external
                where
                  external.system = $6
                  and external.value = $7
                  and external.location_id is not null
              )
          )
      )
      and (
        select count(*)
        from citation cited
        where cited.claim_id = t0."id"
      )::int <= $12::int
    )
  )
  order by
    coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
    t0."id" desc
  limit $13::int
) t0
having true;
