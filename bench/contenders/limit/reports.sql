with page as (
  select * from (
    select id, title, published_edtf, coalesce(published_latest, published_earliest) as day
      from report
    where (coalesce(published_latest, published_earliest), id) < ($2::date, $3::uuid)
      and withdrawn_at is null
    order by coalesce(published_latest, published_earliest) desc nulls last, id desc limit $1::int +
      1) dated
  union all
  -- Undated reports come last. They are read only if the dated ones do not fill the page.
  select * from (
    select id, title, published_edtf, null::date from report
    where coalesce(published_latest, published_earliest) is null and withdrawn_at is null
      order by id desc limit $1::int + 1) undated
  limit $1::int + 1
)
select ('{"reports":{"nodes":[' || coalesce(string_agg(('{"id":"rpt_' || r.id || '","title":'
  || json_scalar(r.title) ||
  ',"published":' || case when r.published_edtf is null then 'null' else ('{"edtf":'
    || json_scalar(r.published_edtf) || '}') end ||
  ',"claims":{"nodes":[' || (select coalesce(string_agg(('{"id":"clm_' || c.id || '","statement":'
    || json_scalar(c.statement) || ',"kind":"' || c.kind ||
      '","places":[' || (select coalesce(string_agg(('{"role":"' || p.role
        || '","location":{"name":' || json_scalar(l.name) || '}}'), ',' order by p.position), '')
        from claim_place p join location l on l.id = p.location_id where p.claim_id = c.id)
          || ']}'), ',' order by c.day desc nulls last, c.id desc), '')
    from (select id, statement, kind, coalesce(occurred_latest, occurred_earliest) as day from claim
      where report_id = r.id and withdrawn_at is null
      order by coalesce(occurred_latest, occurred_earliest) desc nulls last, id desc limit 10) c)
        || ']}}'), ',' order by r.n) filter (where r.n <= $1::int), '') ||
  '],"pageInfo":{"hasNextPage":' || case when count(*) > $1::int then 'true' else 'false' end
    || '}}}')
from (select *, row_number() over (order by day desc nulls last, id desc) as n from page) r
