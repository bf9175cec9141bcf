-- search
-- $1 = "Daraa"
-- $2 = []
-- $3 = ["FACTION"]
-- $4 = 1000
-- $5 = 1000
-- $6 = 1000
-- $7 = 1000
-- $8 = 1000
-- $9 = 1000
-- $10 = 1000
-- $11 = 1000
-- $12 = 1000
-- $13 = 0.25
-- $14 = "FACTION"
-- $15 = 500
-- $16 = 0.62
-- $17 = "[{\"words\":\" Daraa\",\"phrases\":[],\"excluded\":[]}]"
-- $18 = 500
-- $19 = 0.58
-- $20 = "[{\"words\":\" Daraa\",\"phrases\":[],\"excluded\":[]}]"
-- $21 = 500
-- $22 = 1000
-- $23 = "Cs9W5R"
-- $24 = 5

with
  search_form as materialized (
    select *
    from search_keys ($1::text, $2::text[])
  ),
  candidate as (
    select
      k.owner_id,
      k.type,
      k.name_id,
      k.rule,
      k.score
    from (
      select
        k.owner_id,
        k.type,
        k.name_id,
        case
          when s.is_synonym then 'SYNONYM'
          when b.rule <> 'SOUND' then b.rule
          when p.part in (2, 4) then 'PREFIX'
          when p.part is not null then 'PART'
          else 'SOUND'
        end as rule,
        case
          when s.is_synonym then case
            when b.rule = 'SOUND' then 0
            else b.score - 0.05
          end
          -- Western Kabsh may be meant by Kabsh, but not by Eastern Kabsh.
          when b.rule <> 'SOUND'
          and (
            s.stem = s.skeleton
            or k.stem = k.skeleton
          ) then greatest(b.score, 0.8 + 0.05 * b.score)
          when b.rule <> 'SOUND' then b.score
          when p.part = 4 then 0.82 + 0.05 * char_length(s.exact)::float8 / char_length(k.exact)
          when p.part = 3 then 0.78 + 0.04 * length(s.skeleton)::float8 / length(k.skeleton) - case
            when s.form > 0 then 0.03
            else 0
          end
          when p.part = 2 then 0.5 + 0.25 * char_length(s.exact)::float8 / char_length(k.exact)
          when p.part = 1 then greatest(0.55, 0.85 * b.score)
          else 0.85 * b.score
        end as score,
        k.exact,
        s.exact as searched
      from
        (
          select distinct on (n, name_id, form) *
          from (
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.exact collate "C" = s.exact
                  and not s.is_synonym
                  and true
                  and k.type = any ($3::text[])
                order by
                  k.exact collate "C",
                  k.name_id,
                  k.form
                limit $4::int
              ) k
            union all
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.exact collate "C" > s.exact
                  and k.exact collate "C" < s.exact || chr(1114111)
                  and not s.is_synonym
                  and not k.weak
                  and (
                    s.exact is not null
                    or k.script <> s.script
                  )
                  and (
                    k.type <> 'LOCATION'
                    or not s.is_synonym
                    or s.is_country
                  )
                  and k.type = any ($3::text[])
                order by
                  k.exact collate "C",
                  k.name_id,
                  k.form
                limit $5::int
              ) k
            union all
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.solid collate "C" = s.solid
                  and not k.weak
                  and (
                    s.exact is not null
                    or k.script <> s.script
                  )
                  and (
                    k.type <> 'LOCATION'
                    or not s.is_synonym
                    or s.is_country
                  )
                  and k.type = any ($3::text[])
                order by
                  k.exact collate "C",
                  k.name_id,
                  k.form
                limit $6::int
              ) k
            union all
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.skeleton collate "C" = s.skeleton
                  and not k.weak
                  and (
                    s.exact is not null
                    or k.script <> s.script
                  )
                  and (
                    k.type <> 'LOCATION'
                    or not s.is_synonym
                    or s.is_country
                  )
                  and k.type = any ($3::text[])
                order by
                  k.exact collate "C",
                  k.name_id,
                  k.form
                limit $7::int
              ) k
            union all
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.stem collate "C" = s.stem
                  and not k.weak
                  and (
                    s.exact is not null
                    or k.script <> s.script
                  )
                  and (
                    k.type <> 'LOCATION'
                    or not s.is_synonym
                    or s.is_country
                  )
                  and k.type = any ($3::text[])
                order by
                  k.exact collate "C",
                  k.name_id,
                  k.form
                limit $8::int
              ) k
            union all
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.slavic collate "C" = s.slavic
                  and k.script <> s.script
                  and not k.weak
                  and (
                    s.exact is not null
                    or k.script <> s.script
                  )
                  and (
                    k.type <> 'LOCATION'
                    or not s.is_synonym
                    or s.is_country
                  )
                  and k.type = any ($3::text[])
                order by
                  k.exact collate "C",
                  k.name_id,
                  k.form
                limit $9::int
              ) k
            union all
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.words @> s.words
                  and not k.weak
                  and (
                    s.exact is not null
                    or k.script <> s.script
                  )
                  and (
                    k.type <> 'LOCATION'
                    or not s.is_synonym
                    or s.is_country
                  )
                  and k.type = any ($3::text[])
                order by
                  length(k.exact),
                  k.name_id,
                  k.form
                limit $10::int
              ) k
            union all
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.spelled % s.spelled
                  and not s.is_synonym
                  and s.exact is not null
                  and not k.weak
                  and (
                    s.exact is not null
                    or k.script <> s.script
                  )
                  and (
                    k.type <> 'LOCATION'
                    or not s.is_synonym
                    or s.is_country
                  )
                  and k.type = any ($3::text[])
                order by
                  similarity (k.spelled, s.spelled) desc,
                  k.name_id,
                  k.form
                limit $11::int
              ) k
            union all
            select
              s.n,
              k.*
            from
              search_form s
              cross join lateral (
                select *
                from name_key k
                where
                  k.skeleton % s.skeleton
                  and not s.is_synonym
                  and s.exact is not null
                  and not k.weak
                  and (
                    s.exact is not null
                    or k.script <> s.script
                  )
                  and (
                    k.type <> 'LOCATION'
                    or not s.is_synonym
                    or s.is_country
                  )
                  and k.type = any ($3::text[])
                order by
                  similarity (k.skeleton, s.skeleton) desc,
                  k.name_id,
                  k.form
                limit $12::int
              ) k
          ) every_name
          order by
            n,
            name_id,
            form
        ) k
        join search_form s on s.n = k.n
        cross join lateral (
          select
            (
              case
                when s.exact = k.exact then 'EXACT'
                when s.solid = k.solid
                or (
                  s.slavic = k.slavic
                  and s.script <> k.script
                ) then case
                  when s.script <> k.script then 'SCRIPT'
                  else 'SPELLING'
                end
                when s.skeleton = k.skeleton
                and sound_difference (s.sound, 0, k.sound, 0, 2 * length(s.skeleton) + 1) >= 100 then 'SOUND'
                when s.skeleton = k.skeleton
                or (
                  s.stem = k.stem
                  and sound_difference (s.sound, 0, k.sound, 0, 2 * length(s.stem)) < 100
                ) then case
                  when s.script <> k.script then 'SCRIPT'
                  else 'SPELLING'
                end
                else 'SOUND'
              end
            ) as rule,
            (
              case
                when s.exact = k.exact then 1
                when s.solid = k.solid then case
                  when s.script <> k.script then 0.95
                  else 0.97
                end
                when s.slavic = k.slavic
                and s.script <> k.script then 0.92 + 0.03 * coalesce(similarity (s.spelled, k.spelled), 0)
                when s.skeleton = k.skeleton then sound_score (
                  sound_difference (s.sound, 0, k.sound, 0, 2 * length(s.skeleton) + 1),
                  s.script <> k.script
                ) + case
                  when s.script <> k.script then 0
                  else 0.02 * coalesce(similarity (s.spelled, k.spelled), 0)
                end
                when s.stem = k.stem then 0.6 + 0.2 * coalesce(similarity (s.spelled, k.spelled), 0) - case
                  when sound_difference (s.sound, 0, k.sound, 0, 2 * length(s.stem)) < 100 then 0
                  else 0.1
                end
                when s.script <> k.script then 0.5 * coalesce(similarity (s.skeleton, k.skeleton), 0)
                else greatest(
                  0.5 * coalesce(similarity (s.spelled, k.spelled), 0) + 0.3 * coalesce(similarity (s.skeleton, k.skeleton), 0),
                  0.4 * word_similarity (s.spelled, k.spelled),
                  0.4 * word_similarity (k.spelled, s.spelled)
                )
              end - case
                when s.form > 0
                or k.form > 0 then 0.03
                else 0
              end
            ) as score
          offset 0
        ) b
        cross join lateral (
          select
            case
              when s.is_synonym
              or b.rule <> 'SOUND' then null
              when starts_with(k.exact, s.exact || ' ') then 4
              when (
                k.words @> s.words
                and k.skeleton <> s.skeleton
                and name_has_words (s.words, s.sounds, s.script, k.sounds, k.script)
              ) then case
                when strpos(k.skeleton, s.skeleton) > 0
                and sound_difference (
                  s.sound,
                  1,
                  k.sound,
                  2 * strpos(k.skeleton, s.skeleton) - 1,
                  2 * length(s.skeleton) - 1
                ) < 100 then 3
                when starts_with(k.exact, s.exact) then 2
                else 1
              end
              when starts_with(k.exact, s.exact) then 2
            end as part
          offset 0
        ) p
    ) k
    where true
  ),
  best_name as materialized (
    select distinct
      on (owner_id) owner_id,
      type,
      name_id,
      rule,
      score
    from candidate
    where score >= $13::float8
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
        r.id as faction_id,
        null::uuid as location_id,
        null::uuid as report_id,
        null::uuid as claim_id,
        (
          exists (
            select
            from claim_of_faction s
            where s.faction_id = r.id
          )
        )::int as bonus
      from
        (
          select b.*
          from
            best_name b
            join faction r on r.id = b.owner_id
          where
            b.type = $14::text
            and r.withdrawn_at is null
          order by
            b.score desc,
            b.owner_id
          limit $15::int
        ) b
        join faction r on r.id = b.owner_id
    )
    union all
    (
      select
        r.id,
        $16::float8 as score,
        'WORDS' as rule,
        null::uuid as name_id,
        null::uuid as source_id,
        null::uuid as faction_id,
        null::uuid as location_id,
        r.id as report_id,
        null::uuid as claim_id,
        0 as bonus
      from report r
      where (
        words_of (language, title) @@ search_words ($17::jsonb)
        and r.withdrawn_at is null
      )
      limit $18::int
    )
    union all
    (
      select
        r.id,
        $19::float8 as score,
        'WORDS' as rule,
        null::uuid as name_id,
        null::uuid as source_id,
        null::uuid as faction_id,
        null::uuid as location_id,
        r.id as report_id,
        null::uuid as claim_id,
        0 as bonus
      from report r
      where (
        words_of (language, coalesce(summary, '') || ' ' || coalesce(body, '')) @@ search_words ($20::jsonb)
        and r.withdrawn_at is null
      )
      limit $21::int
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
    limit $22::int
  )
select (
  '{"edges":[' || (
    coalesce(
      string_agg(
        (
          (
            (
              '{"cursor":"' || $23::text || '~' || t0."_id0"::text || coalesce('~' || t0._key, '')
            ) || (
              '","node":{"label":' || json_text (
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
              )
            )
          ) || (
            (',"rule":"' || t0."rule") || (
              '","record":' || (
                case
                  when t6source."id" is not null then ('{"__typename":"Source","id":"src_' || (t6source."id" || '"}'))
                  when t6faction."id" is not null then ('{"__typename":"Faction","id":"fac_' || (t6faction."id" || '"}'))
                  when t6location."id" is not null then ('{"__typename":"Location","id":"loc_' || (t6location."id" || '"}'))
                  when t6report."id" is not null then ('{"__typename":"Report","id":"rpt_' || (t6report."id" || '"}'))
                  when t6claim."id" is not null then ('{"__typename":"Claim","id":"clm_' || (t6claim."id" || '"}'))
                end || '}}'
              )
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
      t0."rule"
    from hit t0
    where true
    order by
      t0."rank" desc,
      t0."id" desc
    limit $24::int
  ) t0
  left join "source" t6source on t6source."id" = t0."source_id"
  left join "faction" t6faction on t6faction."id" = t0."faction_id"
  left join "location" t6location on t6location."id" = t0."location_id"
  left join "report" t6report on t6report."id" = t0."report_id"
  left join "claim" t6claim on t6claim."id" = t0."claim_id"
having true;
