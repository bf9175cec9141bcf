-- search
-- $1 = "درعا"
-- $2 = ["LOCATION"]
-- $3 = 1000
-- $4 = 1000
-- $5 = 1000
-- $6 = 1000
-- $7 = 1000
-- $8 = 1000
-- $9 = 1000
-- $10 = 0.25
-- $11 = "LOCATION"
-- $12 = "01900000-0000-7000-8000-00000000000d"
-- $13 = 500
-- $14 = 1000
-- $15 = 5

with
  asked as materialized (
    select *
    from name_keys ($1::text)
  ),
  may as (
    select
      k.owner_id,
      k.type,
      k.name_id,
      (
        case
          when a.exact = k.exact then 'EXACT'
          when a.arabic <> k.arabic
          and (
            a.skeleton = k.skeleton
            or a.stem = k.stem
          ) then 'SCRIPT'
          when a.solid = k.solid
          or a.skeleton = k.skeleton
          or a.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when a.exact = k.exact then 1
          when a.solid = k.solid then 0.97
          when a.skeleton = k.skeleton then 0.75 + 0.2 * similarity (a.spelled, k.spelled)
          when a.stem = k.stem then 0.6 + 0.2 * similarity (a.spelled, k.spelled)
          when a.arabic <> k.arabic then 0.5 * coalesce(similarity (a.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (a.spelled, k.spelled) + 0.3 * similarity (a.skeleton, k.skeleton),
            0.4 * word_similarity (a.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, a.spelled)
          )
        end - case
          when a.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      asked a
      cross join lateral (
        select *
        from name_key k
        where
          k.exact collate "C" = a.exact
          and k.type = any ($2::text[])
        order by
          k.exact collate "C",
          k.name_id,
          k.form
        limit $3::int
      ) k
    union all
    select
      k.owner_id,
      k.type,
      k.name_id,
      'PREFIX' as rule,
      (
        case
          when k.exact collate "C" like a.exact || ' %' then 0.6
          else 0.5
        end + 0.25 * char_length(a.exact)::float8 / char_length(k.exact)
      ) as score
    from
      asked a
      cross join lateral (
        select *
        from name_key k
        where
          k.exact collate "C" > a.exact
          and k.exact collate "C" < a.exact || chr(1114111)
          and not k.weak
          and k.arabic = a.arabic
          and k.type = any ($2::text[])
        order by
          k.exact collate "C",
          k.name_id,
          k.form
        limit $4::int
      ) k
    union all
    select
      k.owner_id,
      k.type,
      k.name_id,
      (
        case
          when a.exact = k.exact then 'EXACT'
          when a.arabic <> k.arabic
          and (
            a.skeleton = k.skeleton
            or a.stem = k.stem
          ) then 'SCRIPT'
          when a.solid = k.solid
          or a.skeleton = k.skeleton
          or a.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when a.exact = k.exact then 1
          when a.solid = k.solid then 0.97
          when a.skeleton = k.skeleton then 0.75 + 0.2 * similarity (a.spelled, k.spelled)
          when a.stem = k.stem then 0.6 + 0.2 * similarity (a.spelled, k.spelled)
          when a.arabic <> k.arabic then 0.5 * coalesce(similarity (a.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (a.spelled, k.spelled) + 0.3 * similarity (a.skeleton, k.skeleton),
            0.4 * word_similarity (a.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, a.spelled)
          )
        end - case
          when a.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      asked a
      cross join lateral (
        select *
        from name_key k
        where
          k.solid collate "C" = a.solid
          and not k.weak
          and k.arabic = a.arabic
          and k.type = any ($2::text[])
        order by
          k.exact collate "C",
          k.name_id,
          k.form
        limit $5::int
      ) k
    union all
    select
      k.owner_id,
      k.type,
      k.name_id,
      (
        case
          when a.exact = k.exact then 'EXACT'
          when a.arabic <> k.arabic
          and (
            a.skeleton = k.skeleton
            or a.stem = k.stem
          ) then 'SCRIPT'
          when a.solid = k.solid
          or a.skeleton = k.skeleton
          or a.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when a.exact = k.exact then 1
          when a.solid = k.solid then 0.97
          when a.skeleton = k.skeleton then 0.75 + 0.2 * similarity (a.spelled, k.spelled)
          when a.stem = k.stem then 0.6 + 0.2 * similarity (a.spelled, k.spelled)
          when a.arabic <> k.arabic then 0.5 * coalesce(similarity (a.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (a.spelled, k.spelled) + 0.3 * similarity (a.skeleton, k.skeleton),
            0.4 * word_similarity (a.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, a.spelled)
          )
        end - case
          when a.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      asked a
      cross join lateral (
        select *
        from name_key k
        where
          k.skeleton collate "C" = a.skeleton
          and not k.weak
          and k.arabic = a.arabic
          and k.type = any ($2::text[])
        order by
          k.exact collate "C",
          k.name_id,
          k.form
        limit $6::int
      ) k
    union all
    select
      k.owner_id,
      k.type,
      k.name_id,
      (
        case
          when a.exact = k.exact then 'EXACT'
          when a.arabic <> k.arabic
          and (
            a.skeleton = k.skeleton
            or a.stem = k.stem
          ) then 'SCRIPT'
          when a.solid = k.solid
          or a.skeleton = k.skeleton
          or a.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when a.exact = k.exact then 1
          when a.solid = k.solid then 0.97
          when a.skeleton = k.skeleton then 0.75 + 0.2 * similarity (a.spelled, k.spelled)
          when a.stem = k.stem then 0.6 + 0.2 * similarity (a.spelled, k.spelled)
          when a.arabic <> k.arabic then 0.5 * coalesce(similarity (a.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (a.spelled, k.spelled) + 0.3 * similarity (a.skeleton, k.skeleton),
            0.4 * word_similarity (a.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, a.spelled)
          )
        end - case
          when a.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      asked a
      cross join lateral (
        select *
        from name_key k
        where
          k.stem collate "C" = a.stem
          and not k.weak
          and k.arabic = a.arabic
          and k.type = any ($2::text[])
        order by
          k.exact collate "C",
          k.name_id,
          k.form
        limit $7::int
      ) k
    union all
    select
      k.owner_id,
      k.type,
      k.name_id,
      (
        case
          when a.exact = k.exact then 'EXACT'
          when a.arabic <> k.arabic
          and (
            a.skeleton = k.skeleton
            or a.stem = k.stem
          ) then 'SCRIPT'
          when a.solid = k.solid
          or a.skeleton = k.skeleton
          or a.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when a.exact = k.exact then 1
          when a.solid = k.solid then 0.97
          when a.skeleton = k.skeleton then 0.75 + 0.2 * similarity (a.spelled, k.spelled)
          when a.stem = k.stem then 0.6 + 0.2 * similarity (a.spelled, k.spelled)
          when a.arabic <> k.arabic then 0.5 * coalesce(similarity (a.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (a.spelled, k.spelled) + 0.3 * similarity (a.skeleton, k.skeleton),
            0.4 * word_similarity (a.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, a.spelled)
          )
        end - case
          when a.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      asked a
      cross join lateral (
        select *
        from name_key k
        where
          k.spelled % a.spelled
          and not k.weak
          and k.arabic = a.arabic
          and k.type = any ($2::text[])
        order by
          similarity (k.spelled, a.spelled) desc,
          k.name_id,
          k.form
        limit $8::int
      ) k
    union all
    select
      k.owner_id,
      k.type,
      k.name_id,
      (
        case
          when a.exact = k.exact then 'EXACT'
          when a.arabic <> k.arabic
          and (
            a.skeleton = k.skeleton
            or a.stem = k.stem
          ) then 'SCRIPT'
          when a.solid = k.solid
          or a.skeleton = k.skeleton
          or a.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when a.exact = k.exact then 1
          when a.solid = k.solid then 0.97
          when a.skeleton = k.skeleton then 0.75 + 0.2 * similarity (a.spelled, k.spelled)
          when a.stem = k.stem then 0.6 + 0.2 * similarity (a.spelled, k.spelled)
          when a.arabic <> k.arabic then 0.5 * coalesce(similarity (a.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (a.spelled, k.spelled) + 0.3 * similarity (a.skeleton, k.skeleton),
            0.4 * word_similarity (a.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, a.spelled)
          )
        end - case
          when a.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      asked a
      cross join lateral (
        select *
        from name_key k
        where
          k.skeleton % a.skeleton
          and not k.weak
          and k.arabic = a.arabic
          and k.type = any ($2::text[])
        order by
          similarity (k.skeleton, a.skeleton) desc,
          k.name_id,
          k.form
        limit $9::int
      ) k
  ),
  fit as materialized (
    select distinct
      on (owner_id) owner_id,
      type,
      name_id,
      rule,
      score
    from may
    where score >= $10::float8
    order by
      owner_id,
      score desc,
      name_id
  ),
  found as materialized (
    (
      select
        r.id,
        f.score,
        f.rule,
        f.name_id,
        null::uuid as source_id,
        null::uuid as faction_id,
        r.id as location_id,
        null::uuid as report_id,
        null::uuid as claim_id,
        (
          exists (
            select
            from claim_within s
            where s.location_id = r.id
          )
        )::int + 2 * (r.kind = 'COMMUNITY')::int + 4 * (
          r.kind in ('COUNTRY', 'GOVERNORATE', 'DISTRICT', 'SUBDISTRICT')
          or (
            f.score >= 0.7
            and exists (
              select
              from
                name_key k
                join location_within w on w.location_id = r.id
                and w.depth > 0
                join name_key u on u.owner_id = w.ancestor_id
                and u.solid = k.solid
              where
                k.name_id = f.name_id
                and k.form = 0
            )
          )
        )::int as standing
      from
        (
          select f.*
          from
            fit f
            join location r on r.id = f.owner_id
          where
            f.type = $11::text
            and (
              r.withdrawn_at is null
              and exists (
                select
                from location_within w
                where
                  w.location_id = r.id
                  and w.ancestor_id = $12::uuid
              )
            )
          order by
            f.score desc,
            f.owner_id
          limit $13::int
        ) f
        join location r on r.id = f.owner_id
    )
  ),
  hit as materialized (
    select
      *,
      (score * 100000)::bigint + standing as rank
    from (
      select distinct
        on (id) id,
        round(score::numeric, 4)::float8 as score,
        rule,
        name_id,
        source_id,
        faction_id,
        location_id,
        report_id,
        claim_id,
        standing
      from found
      order by
        id,
        score desc,
        standing desc
    ) best
    order by
      rank desc,
      id desc
    limit $14::int
  )
select (
  (
    '{"totalCount":' || (
      select count(*)
      from (
        select *
        from (
          select t0."id" as "_id0"
          from hit t0
          where true
        ) found
      ) counted
    )
  ) || (
    ',"nodes":[' || (
      coalesce(
        string_agg(
          (
            (
              '{"label":' || (
                json_text (
                  case
                    when t0."location_id" is not null then (
                      select
                        concat_ws(
                          ', ',
                          place."name",
                          (
                            select
                              string_agg(
                                area.name,
                                ', '
                                order by
                                  area.kind desc,
                                  inside.depth,
                                  area.id
                              )
                            from
                              location_within inside
                              join location area on area.id = inside.ancestor_id
                            where
                              inside.location_id = place."id"
                              and inside.depth > 0
                              and area.kind in ('SUBDISTRICT', 'GOVERNORATE')
                          )
                        )
                      from location place
                      where place.id = t0."location_id"
                    )
                    when t0."source_id" is not null then (
                      select name
                      from source
                      where id = t0."source_id"
                    )
                    when t0."faction_id" is not null then (
                      select name
                      from faction
                      where id = t0."faction_id"
                    )
                    when t0."report_id" is not null then (
                      select title
                      from report
                      where id = t0."report_id"
                    )
                    else (
                      select statement
                      from claim
                      where id = t0."claim_id"
                    )
                  end
                ) || ',"score":'
              )
            ) || (
              (to_json(t0."score")::text || ',"name":') || (
                case
                  when t5."id" is not null then ('{"text":' || (json_text (t5."text") || '}'))
                  else 'null'
                end || '}'
              )
            )
          ),
          ','
          order by
            t0._key desc,
            t0."_id0" desc
        ),
        ''
      ) || ']}'
    )
  )
)
from
  (
    select
      t0."id" as "_id0",
      t0."rank" as _key,
      t0."location_id",
      t0."source_id",
      t0."faction_id",
      t0."report_id",
      t0."claim_id",
      t0."score",
      t0."name_id"
    from hit t0
    where true
    order by
      t0."rank" desc,
      t0."id" desc
    limit $15::int
  ) t0
  left join "name" t5 on t5."id" = t0."name_id"
having true;
