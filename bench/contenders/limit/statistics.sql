-- $1 is that of buckets.sql, which is inserted here.
select ('{"claimStats":{"total":' || coalesce(sum(count), 0) || ',"truncated":' || case
  when count(*) > 1000 then 'true' else 'false' end ||
  ',"buckets":[' || coalesce(string_agg(('{"month":' || coalesce('"' || month || '"', 'null')
    || ',"kind":' || coalesce('"' || kind || '"', 'null') || ',"count":' || count || '}'), ','
    order by n)
    filter (where n <= 1000), '') || ']}}')
from (select *, row_number() over () as n from (
:buckets
) ordered) numbered
