-- One batch: the claims from :first up to but not including :until, of :total claims in all, with
-- their reports and all rows that belong to them.
create temp table batch on commit drop as
select n, bench_gen.key('claim', n) as id, m, bench_gen.key('report', m) as report_id, drawn.*,
  kinds.*, days.*,
  (select p.id from bench_gen.place p where p.governorate = placed.governorate
    and p.kind = placed.place_kind and p.rank = bench_gen.rank(
    (select any_value(of_kind) from bench_gen.place k where k.governorate = placed.governorate
      and k.kind = placed.place_kind and k.rank = 1),
    bench_gen.draw(n, 'place'))) as place_id
from generate_series(:first, :until - 1) n
cross join lateral (select bench_gen.report_of(n) as m) reports
cross join lateral (select bench_gen.draw(n, 'kind') as k, bench_gen.draw(n, 'modality') as modal,
  bench_gen.draw(n, 'status') as state,
  bench_gen.draw(n, 'span') as span_kind, bench_gen.draw(n, 'killed') as killed, bench_gen.draw(n,
    'parties') as sides) drawn
cross join lateral (select case when k < 0.7 then 'CASUALTIES' when k < 0.87
  then 'VIOLENCE_AGAINST_CIVILIANS'
  else
    bench_gen.pick(array['AIRSTRIKE', 'SHELLING', 'CLASH', 'BOMBING', 'DISPLACEMENT', 'DETENTION',
      'ADVANCE', 'LOOTING', 'TERRITORIAL_CONTROL', 'PROTEST'], (k - 0.87) / 0.13) end as kind,
  case when modal < 0.91 then 'ASSERTED' when modal < 0.96 then 'ESTIMATED' when modal < 0.99
    then 'ALLEGED' else 'FEARED' end as modality,
  case when state < 0.94 then 'UNVERIFIED' when state < 0.98 then 'VERIFIED' when state < 0.995
    then 'DISPUTED' else 'REFUTED' end as status,
  floor(2.2 * killed / (1.005 - killed))::int as best,
  -- The parties: usually the two most frequent factions, the others by rank.
  case when sides < 0.68 then 0 else 2 + bench_gen.rank(147, bench_gen.draw(n, 'side a')) end as
    side_a,
  case when k between 0.7 and 0.87 then 2 when bench_gen.draw(n, 'side b') < 0.55 then 1
    else 2 + bench_gen.rank(147, bench_gen.draw(n, 'which side b')) end as side_b) kinds
-- The claim happened shortly before its report was published. Most took one day, some several days;
-- a few have no end, and one in a hundred is undated.
cross join lateral (select date '2016-01-01' + bench_gen.published(m, :total * 8 / 10) - floor(3 *
  bench_gen.draw(n, 'delay'))::int as last_day,
  case when span_kind < 0.8 then 0 when span_kind < 0.9 then 1 + floor(5 * bench_gen.draw(n,
    'days'))::int
    when span_kind < 0.94 then 6 when span_kind < 0.988 then 7 + floor(24 * bench_gen.draw(n,
      'days'))::int end as span) days
cross join lateral (select case when bench_gen.draw(n, 'country') < 0.985 then (select s.governorate
  from bench_gen.share s
    where bench_gen.draw(n, 'governorate') >= s.low and bench_gen.draw(n, 'governorate') < s.high)
      else -1 end as governorate) near
cross join lateral (select governorate, case when governorate = -1 then 'COUNTRY' else
  (array['GOVERNORATE', 'DISTRICT', 'SUBDISTRICT', 'COMMUNITY'])[1 + width_bucket(bench_gen.draw(n,
    'level'), array[0.035, 0.06, 0.1])] end as place_kind) placed;

insert into report (id, kind, title, url, publisher_id, language, published_edtf,
  published_earliest, published_latest, published_precision,
  published_approximate, published_uncertain, published_basis)
select b.report_id, case when bench_gen.draw(m, 'report kind') < 0.85 then 'ARTICLE'
  else 'SOCIAL_POST' end,
  case when m % 20 = 0 then '"Nobody is left": what is heard from ' || p.name when m % 7 = 0
    then p.name || ' — a day’s losses'
    else bench_gen.pick('{Fighting,Losses,Shelling,Unrest,New deaths}', bench_gen.draw(m, 'title'))
      || ' reported in ' || p.name end,
  'https://outlet-' || s.n || '.example/' || m, s.id, case when m % 3 = 0 then 'ar' else 'en' end,
  d.day::text, d.day, d.day, 'DAY', false, false, 'STATED'
from (select distinct on (m) * from batch order by m, n) b
join bench_gen.place p on p.id = b.place_id
join bench_gen.source s on s.n = case when bench_gen.draw(m, 'half') < 0.5 then 0
  else bench_gen.rank(99, bench_gen.draw(m, 'outlet')) end
cross join lateral (select date '2016-01-02' + bench_gen.published(m, :total * 8 / 10) as day) d
order by m;

insert into claim (id, statement, language, kind, modality, report_id, aggregate, status,
  credibility, occurred_edtf, occurred_earliest, occurred_latest,
  occurred_precision, occurred_approximate, occurred_uncertain, occurred_extent, occurred_basis,
    withdrawn_at, withdrawn_by, withdrawn_rationale)
select b.id, case b.kind when 'CASUALTIES' then best || ' people were killed when ' || a.name
  || ' and ' || c.name || ' fought at ' || p.name
    when 'VIOLENCE_AGAINST_CIVILIANS' then a.name || ' killed ' || best || ' civilians at '
      || p.name
    else a.name || ', ' || c.name || ': ' || lower(replace(b.kind, '_', ' ')) || ' at '
      || p.name end
    || bench_gen.pick(array[' at dawn.', ' in the evening; residents heard of it later.', '.',
      ' after two days of quiet.', ', it is said "without warning".'],
      bench_gen.draw(b.n, 'wording')),
  'en', b.kind, modality, report_id, bench_gen.draw(b.n, 'aggregate') < 0.04, status, case
    when status = 'UNVERIFIED' then 'SIX' else 'TWO' end,
  o.edtf, o.earliest, o.latest, case when o.edtf is not null then case when span = 0 then 'DAY'
    when span < 6 then 'DAYS' when span = 6 then 'WEEK'
    when span > 6 then 'MONTH' else 'UNKNOWN' end end,
  o.stated, o.stated, o.extent, o.basis,
  case when b.n % 1000 = 777 then write_time() end, case when b.n % 1000 = 777 then 'bench' end,
    case when b.n % 1000 = 777 then 'Written twice.' end
from batch b join bench_gen.place p on p.id = b.place_id join bench_gen.faction a on a.n = b.side_a
  join bench_gen.faction c on c.n = b.side_b
cross join lateral (select
  case when span = 0 then last_day::text when span > 0 then (last_day - span) || '/' || last_day
    when span_kind < 0.99 then last_day || '/..' end as edtf,
  case when span_kind < 0.99 then last_day - coalesce(span, 0) end as earliest, case
    when span is not null then last_day end as latest,
  case when span_kind < 0.99 then false end as stated, case when span_kind < 0.99
    then 'WITHIN' end as extent, case when span_kind < 0.99 then 'STATED' end as basis) o
order by b.n;

insert into assessment (id, claim_id, status, credibility, rationale, by)
select bench_gen.key('assessment', n), id, status, 'TWO', 'Compared with other reports.', 'bench'
  from batch where status <> 'UNVERIFIED' order by n;

insert into attribution (claim_id, position) select id, 0 from batch order by n;
insert into speaker (claim_id, attribution, position, source_id, capacity, verb)
select b.id, 0, link, case link when 0 then s.id else r.publisher_id end,
  case link when 0 then bench_gen.pick('{WITNESS,OFFICIAL,ANALYST,HEARSAY,UNSTATED,UNSTATED}',
    bench_gen.draw(b.n, 'capacity')) else 'RELAY' end,
  case link when 0 then bench_gen.pick('{said,estimated,documented}', bench_gen.draw(b.n, 'verb'))
    end
from batch b join report r on r.id = b.report_id
join bench_gen.source s on s.n = 99 + bench_gen.rank(100, bench_gen.draw(b.n, 'origin'))
cross join generate_series(0, 1) link
order by b.n, link;

-- One figure per claim; one in ten has no maximum. A third split it into civilians and fighters.
-- Figures must be inserted before places: otherwise the index table's rows would be updated again.
insert into quantity (id, claim_id, position, measure, min, best, max, approximate, part_of,
  of_category)
select bench_gen.key('quantity', n * 3 + part), id, part, 'PEOPLE_KILLED', case part when 0
  then best - least(best, floor(best * 0.2)::int) end,
  case part when 0 then best when 1 then best / 3 else best - best / 3 end,
  case when part = 0 and bench_gen.draw(n, 'open above') >= 0.1
    then best + floor(best * 0.5 * bench_gen.draw(n, 'high'))::int end, false,
  case when part > 0 then bench_gen.key('quantity', n * 3) end, (array['CIVILIANS',
    'COMBATANTS'])[part]
from batch cross join generate_series(0, 2) part where part = 0 or n % 3 = 0
order by n, part;

-- A third of the claims name a second place in the same governorate.
insert into claim_place (claim_id, position, location_id, role, geo_precision, basis, point_lat,
  point_lon)
select b.id, 0, b.place_id, 'AT', case p.kind when 'COMMUNITY' then case
  when bench_gen.draw(b.n, 'exact') < 0.6 then 'EXACT' else 'WITHIN_25_KM' end
    when 'SUBDISTRICT' then 'DISTRICT' else p.kind end, 'STATED',
  case p.kind when 'COMMUNITY' then p.lat end, case p.kind when 'COMMUNITY' then p.lon end
from batch b join bench_gen.place p on p.id = b.place_id
union all
select b.id, 1, q.id, bench_gen.pick('{AT,FROM,TO,TOWARDS}', bench_gen.draw(b.n, 'role')), null,
  'STATED', null, null
from batch b join bench_gen.place p on p.id = b.place_id
join bench_gen.place q on q.governorate = p.governorate and q.kind = 'COMMUNITY'
  and q.rank = bench_gen.rank(q.of_kind, bench_gen.draw(b.n, 'second place'))
where bench_gen.draw(b.n, 'places') < 0.33
order by 1, 2;

insert into claim_party (claim_id, position, faction_id, role, "group", basis)
select b.id, side, f.id, case when b.kind = 'VIOLENCE_AGAINST_CIVILIANS' then case side when 0
  then 'ACTOR' else 'TARGET' end else 'PARTICIPANT' end,
  case when side = 0 and b.n % 20 = 0 then 0 end, 'STATED'
from batch b cross join generate_series(0, 1) side join bench_gen.faction f on f.n = case side
  when 0 then b.side_a else b.side_b end
order by b.n, side;

insert into citation (claim_id, position, report_id, locator)
select id, 0, bench_gen.key('report', m - 1 - least(m - 1, floor(200 * bench_gen.draw(n,
  'cited'))::int)), case when n % 4 = 0 then 'paragraph ' || 1 + n % 9 end
from batch where m > 0 and bench_gen.draw(n, 'cites') < 0.5 order by n;

insert into claim_link (id, kind, from_id, to_id, shared_origin, rationale, by)
select bench_gen.key('link', n), 'SAME_EVENT', id, bench_gen.key('claim', n - 1 - floor(50 *
  bench_gen.draw(n, 'linked'))::int), 'UNKNOWN', 'Same place, day and figure.', 'bench'
from batch where n % 1000 = 500 order by n;
