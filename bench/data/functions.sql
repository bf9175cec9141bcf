-- The functions of the data generator. Everything is derived from a row's number, so that every run
-- on every machine generates the same data.
create schema bench_gen;

-- A pseudo-random fraction in [0, 1), independent for each purpose.
create function bench_gen.draw(n bigint, purpose text) returns float8 immutable parallel safe
  language sql
  return (hashint8extended(n, hashtextextended(purpose, 0)) & 4294967295)::float8 / 4294967296;

-- A UUIDv7 that grows with the number, as the product's ids grow with time.
create function bench_gen.key(type text, n bigint) returns uuid immutable parallel safe language sql
  return (lpad(to_hex(1750000000000 + n), 12, '0') || '7' || substr(md5(type || n), 1, 3) || '8'
    || substr(md5(type || n), 4, 15))::uuid;

-- A rank from 1 to max_rank by Zipf's law: low ranks are frequent, and each doubling of the rank is
-- equally likely.
create function bench_gen.rank(max_rank int, fraction float8) returns int immutable parallel safe
  language sql
  return least(max_rank, floor(power(max_rank + 1, fraction))::int);

create function bench_gen.pick(list text[], fraction float8) returns text immutable parallel safe
  language sql
  return list[1 + floor(fraction * cardinality(list))::int];

-- An invented name of two words. Some names repeat, as real ones do, and some contain characters
-- that
-- JSON must escape or that take several bytes in UTF-8.
create function bench_gen.place_name(n bigint) returns text immutable parallel safe language sql
  return bench_gen.pick('{Tell,Kafr,Deir,Umm,Khan,Ain,Bab,Ras,Wadi,Jisr,Qasr,Bir,Nahr,Burj}',
    bench_gen.draw(n, 'first name'))
    || ' ' || bench_gen.pick('{al-,ash-,"",el-}', bench_gen.draw(n, 'article'))
    || bench_gen.pick('{Qa,Ma,Sa,Ha,Za,Ni,Ra,Lu,Ta,Bu,Ku,Sha,Gha,Ja}', bench_gen.draw(n,
      'syllable 1'))
    || bench_gen.pick('{mir,rib,dan,lim,ran,sur,bil,taf,zur,nam,wan,rāq,had,"l''a"}',
      bench_gen.draw(n, 'syllable 2'))
    || bench_gen.pick('{"",iya,a,in,eh,""}', bench_gen.draw(n, 'syllable 3'));

-- 100 claims come from 80 reports: ten, six and four claims from one report each, two claims from
-- each
-- of three reports, and one claim from each of the others.
create function bench_gen.report_of(claim bigint) returns bigint immutable parallel safe language
  sql
  return claim / 100 * 80 + case
    when claim % 100 < 10 then 0 when claim % 100 < 16 then 1 when claim % 100 < 20 then 2
    when claim % 100 < 26 then 3 + (claim % 100 - 20) / 2 else claim % 100 - 20 end;

-- The day of a report's publication, counted from the first day. Reports are recorded roughly in
-- the
-- order of publication, and the early years have more of them.
create function bench_gen.published(report bigint, reports bigint) returns int immutable parallel
  safe language sql
  return floor(1446 * (1 - power(1 - least(report, reports - 1)::float8 / reports, 1 / 1.5)) + 15 *
    bench_gen.draw(report, 'published'))::int;
