-- A country, 14 governorates, 60 districts, 270 subdistricts and 5,000 communities. `rank` numbers
-- the
-- places of one kind in a governorate.
create table bench_gen.place as
with numbered(number, kind, parent, governorate) as (
  select 0::bigint, 'COUNTRY', null::bigint, -1
  union all select 1 + g, 'GOVERNORATE', 0, g from generate_series(0, 13) g
  union all select 15 + d, 'DISTRICT', 1 + d % 14, d % 14 from generate_series(0, 59) d
  union all select 75 + s, 'SUBDISTRICT', 15 + s % 60, s % 60 % 14 from generate_series(0, 269) s
  union all select 345 + c, 'COMMUNITY', 75 + c % 270, c % 270 % 60 % 14
    from generate_series(0, 4999) c
)
select number, bench_gen.key('location', number) as id, kind, bench_gen.key('location', parent) as
  parent_id, governorate,
  row_number() over (partition by governorate, kind order by number)::int as rank,
  count(*) over (partition by governorate, kind)::int as of_kind,
  bench_gen.place_name(number) as name,
  round((32.5 + 4.5 * bench_gen.draw(number, 'lat'))::numeric, 6)::float8 as lat,
  round((35.8 + 6.5 * bench_gen.draw(number, 'lon'))::numeric, 6)::float8 as lon
from numbered;
create unique index on bench_gen.place (governorate, kind, rank);
create unique index on bench_gen.place (id);

-- The share of claims per governorate: the largest has a fifth of all, the smallest almost none.
create table bench_gen.share as
select (i - 1)::int as governorate, coalesce(sum(weight) over (order by i rows between unbounded
  preceding and 1 preceding), 0) / 98.9 as low,
  sum(weight) over (order by i) / 98.9 as high
from unnest(array[20.0, 13, 13, 11.5, 9, 8.5, 8, 6.7, 2.8, 2.8, 2.2, 0.8, 0.5, 0.1]) with ordinality
  as w(weight, i);

insert into location (id, kind, name, parent_id, geo_precision, point_lat, point_lon)
select id, kind, name, parent_id, case kind when 'COMMUNITY' then 'EXACT' end, case kind
  when 'COMMUNITY' then lat end, case kind when 'COMMUNITY' then lon end
from bench_gen.place order by number;

insert into name (id, text, language, script, kind, position, location_id)
select bench_gen.key('name', number), name, 'en', 'Latn', 'PRIMARY', 0, id from bench_gen.place
  order by number;
