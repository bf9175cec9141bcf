select ('{"claim":{"id":"clm_' || c.id || '","statement":' || json_scalar(c.statement)
  || ',"kind":"' || c.kind || '","modality":"' || c.modality ||
  '","status":"' || c.status || '","credibility":"' || c.credibility || '","aggregate":'
    || json_scalar(c.aggregate) ||
  ',"occurred":' || case when c.occurred_edtf is null then 'null' else ('{"edtf":'
    || json_scalar(c.occurred_edtf) || ',"earliest":' || coalesce('"' || c.occurred_earliest
    || '"', 'null') ||
    ',"latest":' || coalesce('"' || c.occurred_latest || '"', 'null') || ',"precision":"'
      || c.occurred_precision || '"}') end ||
  ',"report":{"id":"rpt_' || r.id || '","title":' || json_scalar(r.title) || ',"published":' || case
    when r.published_edtf is null then 'null' else ('{"edtf":' || json_scalar(r.published_edtf)
    || '}') end ||
  ',"publisher":' || case when o.id is null then 'null' else ('{"name":' || json_scalar(o.name)
    || '}') end ||
  '},"attributions":[' || (select coalesce(string_agg(('{"chain":[' || way.chain || ']}'), ','
    order by way.attribution), '') from (
    select k.attribution, coalesce(string_agg(('{"capacity":"' || k.capacity || '","verb":'
      || coalesce(json_scalar(k.verb)::text, 'null') ||
      ',"source":{"id":"src_' || s.id || '","name":' || json_scalar(s.name) || ',"kind":"' || s.kind
        || '"}}'), ',' order by k.position), '') as chain
    from speaker k join source s on s.id = k.source_id where k.claim_id = c.id
      group by k.attribution) way) ||
  '],"places":[' || (select coalesce(string_agg(('{"role":"' || p.role || '","geoPrecision":'
    || coalesce('"' || p.geo_precision || '"', 'null') ||
      ',"point":' || case when p.point_lat is null then 'null' else ('{"lat":' || p.point_lat
        || ',"lon":' || p.point_lon || '}') end ||
      ',"location":{"id":"loc_' || l.id || '","name":' || json_scalar(l.name) || ',"parent":' ||
        case when l1.id is null then 'null' else ('{"name":' || json_scalar(l1.name) ||
      ',"parent":' || case when l2.id is null then 'null' else ('{"name":' || json_scalar(l2.name)
        || '}') end || '}') end || '}}'), ',' order by p.position), '')
    from claim_place p join location l on l.id = p.location_id
      left join location l1 on l1.id = l.parent_id left join location l2 on l2.id = l1.parent_id
      where p.claim_id = c.id) ||
  '],"parties":[' || (select coalesce(string_agg(('{"role":"' || p.role || '","group":'
    || coalesce(p."group"::text, 'null') || ',"faction":{"id":"fac_' || f.id || '","name":'
    || json_scalar(f.name) || ',"kind":"' || f.kind || '"}}'), ',' order by p.position), '')
    from claim_party p join faction f on f.id = p.faction_id where p.claim_id = c.id) ||
  '],"quantities":[' || (select coalesce(string_agg(('{"measure":"' || q.measure || '","min":'
    || coalesce(q.min::text, 'null') || ',"best":' || coalesce(q.best::text, 'null') || ',"max":'
    || coalesce(q.max::text, 'null') || '}'), ',' order by q.position, q.id), '')
    from quantity q where q.claim_id = c.id) ||
  '],"citations":[' || (select coalesce(string_agg(('{"locator":'
    || coalesce(json_scalar(t.locator)::text, 'null') || ',"report":{"title":'
    || json_scalar(r2.title) || ',"publisher":' || case when o2.id is null then 'null'
    else ('{"name":' || json_scalar(o2.name) || '}') end || '}}'), ',' order by t.position), '')
    from citation t join report r2 on r2.id = t.report_id
      left join source o2 on o2.id = r2.publisher_id where t.claim_id = c.id) ||
  ']}}')
from claim c join report r on r.id = c.report_id left join source o on o.id = r.publisher_id
  where c.id = $1::uuid
