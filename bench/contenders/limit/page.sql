-- $1 to $5 are those of page-keys.sql, which is inserted here. $6 is the tag of the list's cursors.
with keys as (
:keys
), page as (
  select f.claim_id, row_number() over (order by f.occurred desc, f.claim_id desc) as n, count(*)
    over () as total,
    ($6::text || '~' || f.claim_id || '~' || f.occurred) as cursor
  from keys f
)
select ('{"claims":{"edges":[' || coalesce(string_agg(('{"cursor":"' || p.cursor
  || '","node":{"id":"clm_' || c.id || '","kind":"' || c.kind || '","statement":'
  || json_scalar(c.statement) ||
  ',"status":"' || c.status || '","occurred":' || case when c.occurred_edtf is null then 'null'
    else ('{"earliest":' || coalesce('"' || c.occurred_earliest || '"', 'null') || ',"latest":'
    || coalesce('"' || c.occurred_latest || '"', 'null') || '}') end ||
  ',"report":{"title":' || json_scalar(r.title) || ',"publisher":' || case when o.id is null
    then 'null' else ('{"name":' || json_scalar(o.name) || '}') end ||
  '},"attributions":[' || (select coalesce(string_agg(('{"chain":[' || way.chain || ']}'), ','
    order by way.attribution), '') from (
    select k.attribution, coalesce(string_agg(('{"source":{"name":' || json_scalar(s.name)
      || '}}'), ',' order by k.position), '') as chain
    from speaker k join source s on s.id = k.source_id where k.claim_id = c.id
      group by k.attribution) way) ||
  '],"places":[' || (select coalesce(string_agg(('{"role":"' || p.role || '","location":{"name":'
    || json_scalar(l.name) || ',"parent":' || case when l1.id is null then 'null' else ('{"name":'
    || json_scalar(l1.name) || '}') end || '}}'), ',' order by p.position), '')
    from claim_place p join location l on l.id = p.location_id
      left join location l1 on l1.id = l.parent_id where p.claim_id = c.id) ||
  '],"parties":[' || (select coalesce(string_agg(('{"role":"' || p.role || '","faction":{"name":'
    || json_scalar(f.name) || '}}'), ',' order by p.position), '')
    from claim_party p join faction f on f.id = p.faction_id where p.claim_id = c.id) || ']}}'), ','
      order by p.n) filter (where p.n <= $5::int), '') ||
  '],"pageInfo":{"hasNextPage":' || case when count(*) > $5::int then 'true' else 'false' end ||
  ',"endCursor":' || coalesce('"' || max(p.cursor) filter (where p.n = least($5::int, p.total))
    || '"', 'null') || '}}}')
from page p join claim c on c.id = p.claim_id join report r on r.id = c.report_id
  left join source o on o.id = r.publisher_id
