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
  search_form as materialized (
    select *
    from name_keys ($1::text)
  ),
  candidate as (
    select
      k.owner_id,
      k.type,
      k.name_id,
      (
        case
          when s.exact = k.exact then 'EXACT'
          when s.arabic <> k.arabic
          and (
            s.skeleton = k.skeleton
            or s.stem = k.stem
          ) then 'SCRIPT'
          when s.solid = k.solid
          or s.skeleton = k.skeleton
          or s.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when s.exact = k.exact then 1
          when s.solid = k.solid then 0.97
          when s.skeleton = k.skeleton then 0.75 + 0.2 * similarity (s.spelled, k.spelled)
          when s.stem = k.stem then 0.6 + 0.2 * similarity (s.spelled, k.spelled)
          when s.arabic <> k.arabic then 0.5 * coalesce(similarity (s.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (s.spelled, k.spelled) + 0.3 * similarity (s.skeleton, k.skeleton),
            0.4 * word_similarity (s.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, s.spelled)
          )
        end - case
          when s.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      search_form s
      cross join lateral (
        select *
        from name_key k
        where
          k.exact collate "C" = s.exact
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
          when k.exact collate "C" like s.exact || ' %' then 0.6
          else 0.5
        end + 0.25 * char_length(s.exact)::float8 / char_length(k.exact)
      ) as score
    from
      search_form s
      cross join lateral (
        select *
        from name_key k
        where
          k.exact collate "C" > s.exact
          and k.exact collate "C" < s.exact || chr(1114111)
          and not k.weak
          and k.arabic = s.arabic
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
          when s.exact = k.exact then 'EXACT'
          when s.arabic <> k.arabic
          and (
            s.skeleton = k.skeleton
            or s.stem = k.stem
          ) then 'SCRIPT'
          when s.solid = k.solid
          or s.skeleton = k.skeleton
          or s.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when s.exact = k.exact then 1
          when s.solid = k.solid then 0.97
          when s.skeleton = k.skeleton then 0.75 + 0.2 * similarity (s.spelled, k.spelled)
          when s.stem = k.stem then 0.6 + 0.2 * similarity (s.spelled, k.spelled)
          when s.arabic <> k.arabic then 0.5 * coalesce(similarity (s.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (s.spelled, k.spelled) + 0.3 * similarity (s.skeleton, k.skeleton),
            0.4 * word_similarity (s.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, s.spelled)
          )
        end - case
          when s.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      search_form s
      cross join lateral (
        select *
        from name_key k
        where
          k.solid collate "C" = s.solid
          and not k.weak
          and k.arabic = s.arabic
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
          when s.exact = k.exact then 'EXACT'
          when s.arabic <> k.arabic
          and (
            s.skeleton = k.skeleton
            or s.stem = k.stem
          ) then 'SCRIPT'
          when s.solid = k.solid
          or s.skeleton = k.skeleton
          or s.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when s.exact = k.exact then 1
          when s.solid = k.solid then 0.97
          when s.skeleton = k.skeleton then 0.75 + 0.2 * similarity (s.spelled, k.spelled)
          when s.stem = k.stem then 0.6 + 0.2 * similarity (s.spelled, k.spelled)
          when s.arabic <> k.arabic then 0.5 * coalesce(similarity (s.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (s.spelled, k.spelled) + 0.3 * similarity (s.skeleton, k.skeleton),
            0.4 * word_similarity (s.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, s.spelled)
          )
        end - case
          when s.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      search_form s
      cross join lateral (
        select *
        from name_key k
        where
          k.skeleton collate "C" = s.skeleton
          and not k.weak
          and k.arabic = s.arabic
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
          when s.exact = k.exact then 'EXACT'
          when s.arabic <> k.arabic
          and (
            s.skeleton = k.skeleton
            or s.stem = k.stem
          ) then 'SCRIPT'
          when s.solid = k.solid
          or s.skeleton = k.skeleton
          or s.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when s.exact = k.exact then 1
          when s.solid = k.solid then 0.97
          when s.skeleton = k.skeleton then 0.75 + 0.2 * similarity (s.spelled, k.spelled)
          when s.stem = k.stem then 0.6 + 0.2 * similarity (s.spelled, k.spelled)
          when s.arabic <> k.arabic then 0.5 * coalesce(similarity (s.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (s.spelled, k.spelled) + 0.3 * similarity (s.skeleton, k.skeleton),
            0.4 * word_similarity (s.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, s.spelled)
          )
        end - case
          when s.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      search_form s
      cross join lateral (
        select *
        from name_key k
        where
          k.stem collate "C" = s.stem
          and not k.weak
          and k.arabic = s.arabic
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
          when s.exact = k.exact then 'EXACT'
          when s.arabic <> k.arabic
          and (
            s.skeleton = k.skeleton
            or s.stem = k.stem
          ) then 'SCRIPT'
          when s.solid = k.solid
          or s.skeleton = k.skeleton
          or s.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when s.exact = k.exact then 1
          when s.solid = k.solid then 0.97
          when s.skeleton = k.skeleton then 0.75 + 0.2 * similarity (s.spelled, k.spelled)
          when s.stem = k.stem then 0.6 + 0.2 * similarity (s.spelled, k.spelled)
          when s.arabic <> k.arabic then 0.5 * coalesce(similarity (s.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (s.spelled, k.spelled) + 0.3 * similarity (s.skeleton, k.skeleton),
            0.4 * word_similarity (s.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, s.spelled)
          )
        end - case
          when s.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      search_form s
      cross join lateral (
        select *
        from name_key k
        where
          k.spelled % s.spelled
          and not k.weak
          and k.arabic = s.arabic
          and k.type = any ($2::text[])
        order by
          similarity (k.spelled, s.spelled) desc,
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
          when s.exact = k.exact then 'EXACT'
          when s.arabic <> k.arabic
          and (
            s.skeleton = k.skeleton
            or s.stem = k.stem
          ) then 'SCRIPT'
          when s.solid = k.solid
          or s.skeleton = k.skeleton
          or s.stem = k.stem then 'SPELLING'
          else 'SOUND'
        end
      ) as rule,
      (
        case
          when s.exact = k.exact then 1
          when s.solid = k.solid then 0.97
          when s.skeleton = k.skeleton then 0.75 + 0.2 * similarity (s.spelled, k.spelled)
          when s.stem = k.stem then 0.6 + 0.2 * similarity (s.spelled, k.spelled)
          when s.arabic <> k.arabic then 0.5 * coalesce(similarity (s.skeleton, k.skeleton), 0)
          else greatest(
            0.5 * similarity (s.spelled, k.spelled) + 0.3 * similarity (s.skeleton, k.skeleton),
            0.4 * word_similarity (s.spelled, k.spelled),
            0.4 * word_similarity (k.spelled, s.spelled)
          )
        end - case
          when s.form > 0
          or k.form > 0 then 0.03
          else 0
        end
      ) as score
    from
      search_form s
      cross join lateral (
        select *
        from name_key k
        where
          k.skeleton % s.skeleton
          and not k.weak
          and k.arabic = s.arabic
          and k.type = any ($2::text[])
        order by
          similarity (k.skeleton, s.skeleton) desc,
          k.name_id,
          k.form
        limit $9::int
      ) k
  ),
  best_name as materialized (
    select distinct
      on (owner_id) owner_id,
      type,
      name_id,
      rule,
      score
    from candidate
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
        b.score,
        b.rule,
        b.name_id,
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
            b.score >= 0.7
            and exists (
              select
              from
                name_key k
                join location_within w on w.location_id = r.id
                and w.depth > 0
                join name_key u on u.owner_id = w.ancestor_id
                and u.solid = k.solid
              where
                k.name_id = b.name_id
                and k.form = 0
            )
          )
        )::int as bonus
      from
        (
          select b.*
          from
            best_name b
            join location r on r.id = b.owner_id
          where
            b.type = $11::text
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
            b.score desc,
            b.owner_id
          limit $13::int
        ) b
        join location r on r.id = b.owner_id
    )
  ),
  hit as materialized (
    select
      *,
      (score * 100000)::bigint + bonus as rank
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
        bonus
      from found
      order by
        id,
        score desc,
        bonus desc
    ) best_hit
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
                          location."name",
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
                              inside.location_id = location."id"
                              and inside.depth > 0
                              and area.kind in ('SUBDISTRICT', 'GOVERNORATE')
                          )
                        )
                      from location
                      where id = t0."location_id"
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
