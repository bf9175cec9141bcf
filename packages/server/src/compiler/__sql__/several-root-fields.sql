-- open
-- $1 = ["UNVERIFIED"]

select (
  '{"totalCount":' || (
    (
      select count(*)
      from (
        select *
        from (
          select t0."id" as "_id0"
          from "claim" t0
          where (
            t0.withdrawn_at is null
            and t0.status = any ($1::text[])
          )
        ) found
      ) counted
    ) || '}'
  )
);

-- sources

select (
  '{"totalCount":' || (
    (
      select count(*)
      from (
        select *
        from (
          select t0."id" as "_id0"
          from "source" t0
          where t0.withdrawn_at is null
        ) found
      ) counted
    ) || '}'
  )
);
