-- claim
-- $1 = "01900000-0000-7000-8000-00000000000a"

select (
  (
    '{"attributions":[' || (
      select
        coalesce(
          string_agg(
            grouped._text,
            ','
            order by grouped."_g0"
          ),
          ''
        )
      from (
        select
          (
            '{"chain":[' || (
              coalesce(
                string_agg(
                  (
                    ('{"source":{"name":' || json_text (t3."name")) || ('},"verb":' || (coalesce(json_text (t2."verb"), 'null') || '}'))
                  ),
                  ','
                  order by t2."position"
                ),
                ''
              ) || ']}'
            )
          ) as _text,
          t2."attribution" as "_g0"
        from
          "speaker" t2
          join "source" t3 on t3."id" = t2."source_id"
        where t2."claim_id" = t0."id"
        group by t2."attribution"
      ) grouped
    )
  ) || (
    '],"quantities":[' || (
      (
        select
          coalesce(
            string_agg(
              (
                (
                  ('{"measure":"' || t6."measure") || ('","min":' || coalesce(t6."min"::text, 'null'))
                ) || (
                  (
                    ',"comparator":"' || case
                      when t6."min" = t6."max" then case
                        when t6."approximate" then 'ABOUT'
                        else 'EXACTLY'
                      end
                      when t6."min" is not null
                      and t6."max" is not null then 'BETWEEN'
                      when t6."min" is not null then 'AT_LEAST'
                      when t6."max" is not null then 'AT_MOST'
                      else 'ABOUT'
                    end
                  ) || (
                    '","of":' || (
                      case
                        when t6."of_category" is not null then (
                          ('{"category":"' || t6."of_category") || (
                            '","faction":' || (
                              case
                                when t12."id" is not null then ('{"name":' || (json_text (t12."name") || '}'))
                                else 'null'
                              end || '}'
                            )
                          )
                        )
                        else 'null'
                      end || '}'
                    )
                  )
                )
              ),
              ','
              order by
                t6."position",
                t6."id"
            ),
            ''
          )
        from
          "quantity" t6
          left join "faction" t12 on t12."id" = t6."of_faction_id"
        where t6."claim_id" = t0."id"
      ) || ']}'
    )
  )
)
from "claim" t0
where t0.id = $1::uuid;
