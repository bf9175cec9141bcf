-- $1 to $5 as in page-keys.sql, which is read in here; $6 the mark of the list's cursors.
with found as (
:keys
), page as (
  select f.claim_id, row_number() over (order by f.occurred desc, f.claim_id desc) as n, count(*) over () as total,
    concat($6::text, '~', f.claim_id, '~', f.occurred) as cursor
  from found f
)
select concat('{"claims":{"edges":[', string_agg(concat('{"cursor":"', p.cursor, '","node":{"id":"clm_', c.id, '","kind":"', c.kind, '","statement":', to_json(c.statement),
  ',"status":"', c.status, '","occurred":', case when c.occurred_edtf is null then 'null' else concat('{"earliest":', coalesce('"' || c.occurred_earliest || '"', 'null'), ',"latest":', coalesce('"' || c.occurred_latest || '"', 'null'), '}') end,
  ',"report":{"title":', to_json(r.title), ',"publisher":', case when o.id is null then 'null' else concat('{"name":', to_json(o.name), '}') end,
  '},"attributions":[', (select string_agg(concat('{"chain":[', way.chain, ']}'), ',' order by way.attribution) from (
    select k.attribution, string_agg(concat('{"source":{"name":', to_json(s.name), '}}'), ',' order by k.position) as chain
    from speaker k join source s on s.id = k.source_id where k.claim_id = c.id group by k.attribution) way),
  '],"places":[', (select string_agg(concat('{"role":"', p.role, '","location":{"name":', to_json(l.name), ',"parent":', case when l1.id is null then 'null' else concat('{"name":', to_json(l1.name), '}') end, '}}'), ',' order by p.position)
    from claim_place p join location l on l.id = p.location_id left join location l1 on l1.id = l.parent_id where p.claim_id = c.id),
  '],"parties":[', (select string_agg(concat('{"role":"', p.role, '","faction":{"name":', to_json(f.name), '}}'), ',' order by p.position)
    from claim_party p join faction f on f.id = p.faction_id where p.claim_id = c.id), ']}}'), ',' order by p.n) filter (where p.n <= $5::int),
  '],"pageInfo":{"hasNextPage":', case when count(*) > $5::int then 'true' else 'false' end,
  ',"endCursor":', coalesce('"' || max(p.cursor) filter (where p.n = least($5::int, p.total)) || '"', 'null'), '}}}')
from page p join claim c on c.id = p.claim_id join report r on r.id = c.report_id left join source o on o.id = r.publisher_id
