-- claims
-- $1 = ["01900000-0000-7000-8000-00000000000d"]
-- $2 = ["AT","TO"]
-- $3 = ["EXACT"]
-- $4 = 32.62
-- $5 = 36.1
-- $6 = 25
-- $7 = 2

select (
  '{"nodes":[' || (
    coalesce(
      string_agg(
        ('{"id":"clm_' || (t0."id" || '"}')),
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
    t0."id"
  from "claim" t0
  where (
    t0.withdrawn_at is null
    and exists (
      select
      from
        claim_place t0f1
        join location t0f2 on t0f2.id = t0f1.location_id
      where
        t0f1.claim_id = t0.id
        and (
          t0f1.location_id in (
            select location_id
            from location_within
            where
              ancestor_id in (
                select unnest($1::uuid[])
              )
          )
          and t0f1.role = any ($2::text[])
          and t0f1.geo_precision = any ($3::text[])
        )
        and distance_km (
          coalesce(t0f1.point_lat, t0f2.point_lat),
          coalesce(t0f1.point_lon, t0f2.point_lon),
          $4::float8,
          $5::float8
        ) <= $6::float8
    )
  )
  order by
    coalesce(t0.occurred_latest, t0.occurred_earliest) desc nulls last,
    t0."id" desc
  limit $7::int
) t0
having true;
