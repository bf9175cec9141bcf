import { readFileSync } from 'node:fs';

const text = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const occurredDay = 'coalesce(c.occurred_latest, c.occurred_earliest)';
const publishedDay = 'coalesce(r.published_latest, r.published_earliest)';

/**
 * Functions in a schema of their own, as PostGraphile's manual recommends, for what it does not
 * derive from tables: pages of claims from the index tables in the ledger's order, and statistics.
 * They read the same ranges as LIMIT.
 */
export const functions = `
drop schema if exists bench_pg cascade;
create schema bench_pg;

create function bench_pg.claims_page(place uuid, "from" date, "to" date, kind text, most int)
  returns setof public.claim stable language sql as $$
  select c.* from (
${text('../page-keys.sql')}
  ) k join public.claim c on c.id = k.claim_id order by k.occurred desc nulls last, k.claim_id desc
$$;

create function bench_pg.faction_claims(f public.faction) returns setof public.claim stable language
  sql as $$
  select c.* from public.claim_of_faction k join public.claim c on c.id = k.claim_id
    where k.faction_id = f.id
  order by k.occurred desc nulls last, k.claim_id desc
$$;

create function bench_pg.report_claims(r public.report) returns setof public.claim stable language
  sql as $$
  select c.* from public.claim c where c.report_id = r.id and c.withdrawn_at is null
    order by ${occurredDay} desc nulls last, c.id desc
$$;

create function bench_pg.reports_after(day date, key uuid, most int) returns setof public.report
  stable language sql as $$
  select * from (
    (select * from public.report r where (${publishedDay}, r.id) < (day, key)
      and withdrawn_at is null order by ${publishedDay} desc nulls last, id desc limit most + 1)
    union all
    (select * from public.report r where ${publishedDay} is null and withdrawn_at is null
      order by id desc limit most + 1)
    limit most + 1) r order by ${publishedDay} desc nulls last, id desc
$$;

create type bench_pg.claim_bucket as (month text, kind text, count int);
create type bench_pg.claim_stats as (total int, truncated boolean, buckets bench_pg.claim_bucket[]);
create function bench_pg.claim_stats(place uuid) returns bench_pg.claim_stats stable language sql as
  $$
  select coalesce(sum(b.count), 0)::int, count(*) > 1000, coalesce((array_agg(row(b.month, b.kind,
    b.count)::bench_pg.claim_bucket))[:1000], '{}') from (
${text('../buckets.sql')}
  ) b
$$;`;
