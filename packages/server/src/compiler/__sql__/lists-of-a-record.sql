-- location
-- $1 = "01900000-0000-7000-8000-00000000000d"

select (
  (
    '{"names":[' || (
      (
        select
          coalesce(
            string_agg(
              (
                ('{"text":' || json_text (t1."text")) || (',"script":' || (coalesce(json_text (t1."script"), 'null') || '}'))
              ),
              ','
              order by
                t1."position",
                t1."id"
            ),
            ''
          )
        from "name" t1
        where t1."location_id" = t0."id"
      ) || '],"externalIds":['
    )
  ) || (
    (
      (
        select
          coalesce(
            string_agg(
              (
                ('{"system":' || json_text (t4."system")) || (',"value":' || (json_text (t4."value") || '}'))
              ),
              ','
              order by
                t4."system" collate "C",
                t4."value" collate "C",
                t4."id"
            ),
            ''
          )
        from "external_id" t4
        where t4."location_id" = t0."id"
      ) || '],"ancestors":['
    ) || (
      (
        select
          coalesce(
            string_agg(
              ('{"name":' || (json_text (t7."name") || '}')),
              ','
              order by
                w.depth,
                t7.name collate "C",
                t7.id
            ),
            ''
          )
        from
          location_within w
          join location t7 on t7.id = w.ancestor_id
        where
          w.location_id = t0."id"
          and w.depth > 0
      ) || ']}'
    )
  )
)
from "location" t0
where t0.id = $1::uuid;
