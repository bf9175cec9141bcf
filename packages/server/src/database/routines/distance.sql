-- The great-circle distance of two points in kilometres, on a sphere of 6,371.0088 km (IUGG mean
-- radius). Degrees in; null if a coordinate is null: `least` ignores nulls, the sum does not.
-- PostgreSQL inlines it.
create or replace function distance_km(lat_a float8, lon_a float8, lat_b float8, lon_b float8)
returns float8 immutable parallel safe language sql as $$
  select 12742.0176 * asin(sqrt(least(1,
    power(sind((lat_a - lat_b) / 2), 2)
    + cosd(lat_b) * cosd(lat_a) * power(sind((lon_a - lon_b) / 2), 2))))
    + 0 * (lat_a + lon_a + lat_b + lon_b)
$$;
