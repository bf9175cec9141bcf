-- location
-- $1 = "01900000-0000-7000-8000-00000000000d"

select (
  (
    (
      '{"label":' || json_text (
        concat_ws(
          ', ',
          t0."name",
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
              inside.location_id = t0."id"
              and inside.depth > 0
              and area.kind in ('SUBDISTRICT', 'GOVERNORATE')
          )
        )
      )
    ) || (
      ',"point":' || case
        when t0."point_lat" is not null then (
          ('{"lat":' || to_json(t0."point_lat")::text) || (',"lon":' || (to_json(t0."point_lon")::text || '}'))
        )
        else 'null'
      end
    )
  ) || (
    (',"geometry":' || coalesce(t0."geometry"::text, 'null')) || (
      ',"parent":' || (
        case
          when t6."id" is not null then (
            '{"point":' || (
              case
                when t6."point_lat" is not null then ('{"lat":' || (to_json(t6."point_lat")::text || '}'))
                else 'null'
              end || '}'
            )
          )
          else 'null'
        end || '}'
      )
    )
  )
)
from
  "location" t0
  left join "location" t6 on t6."id" = t0."parent_id"
where t0.id = $1::uuid;
