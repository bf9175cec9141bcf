-- 100 outlets and the 100 speakers that they quote; the first outlet publishes half of the reports.
-- 150 factions, two of which are in most claims.
create table bench_gen.source as
select n, bench_gen.key('source', n) as id,
  case when n < 100 then 'OUTLET' else
    bench_gen.pick('{PERSON,PERSON,COLLECTIVE,ORGANISATION,OFFICIAL_BODY,UNKNOWN}',
    bench_gen.draw(n, 'source kind')) end as kind,
  bench_gen.pick('{Observatory,News,Voice,Committee,Agency,Media Centre,Monitor,Network}',
    bench_gen.draw(n, 'source name'))
    || ' of ' || bench_gen.place_name(100000 + n) as name
from generate_series(0, 199) n;

insert into source (id, kind, name) select id, kind, name from bench_gen.source order by n;
insert into name (id, text, language, script, kind, position, source_id)
select bench_gen.key('name', 100000 + n), name, 'en', 'Latn', 'PRIMARY', 0, id from bench_gen.source
  order by n;

create table bench_gen.faction as
select n, bench_gen.key('faction', n) as id,
  case n when 0 then 'STATE_FORCES' when 2 then 'CIVILIANS'
    else bench_gen.pick('{REBEL_GROUP,REBEL_GROUP,MILITIA,ALLIANCE,FOREIGN_STATE,POLITICAL_BODY}',
      bench_gen.draw(n, 'faction kind')) end as kind,
  case n when 0 then 'Government forces' when 1 then 'Insurgents' when 2 then 'Civilians' else
    bench_gen.pick('{Brigade,Division,Army,Front,Battalion,Union}', bench_gen.draw(n,
      'faction name')) || ' of ' || bench_gen.place_name(200000 + n) end as name
from generate_series(0, 149) n;

insert into faction (id, kind, name, collective) select id, kind, name, n = 1 from bench_gen.faction
  order by n;
insert into name (id, text, language, script, kind, position, faction_id)
select bench_gen.key('name', 200000 + n), name, 'en', 'Latn', 'PRIMARY', 0, id
  from bench_gen.faction order by n;
