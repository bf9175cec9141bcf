import pg from 'pg';
import { cursorOf, markOf } from '../cursors.mjs';

/** How many different ones a query goes through, so that no answer is asked for twice in a row. */
const many = 200;

/** Of the rows of a query, evenly chosen ones. */
const spread = (rows) => {
  const step = Math.max(1, rows.length / many);
  return Array.from({ length: Math.min(many, rows.length) }, (_, i) => rows[Math.floor(i * step)]);
};

/** A page is full and is not the last: a governorate and three months of which there are more than 50 claims. */
const fullPages = `
  select p.id, w.first::text as from, (w.first + interval '3 months' - interval '1 day')::date::text as to
  from location p cross join lateral (select generate_series(date '2016-01-01', date '2019-10-01', interval '1 month')::date as first) w
  where p.kind = 'GOVERNORATE' and (
    select count(*) > 50 from (select from claim_within k where k.location_id = p.id and k.kind = 'CASUALTIES' and k.modality <> 'FEARED'
      and k.occurred between w.first and w.first + 89 limit 51) enough)
  order by w.first, p.id`;

/** Of the live rows of a table, in an order of which no two are equal, evenly chosen ones. The last hundred are left out: no page after them is full. */
const evenly = (table, order, shown) => `
  select ${shown} from (select *, row_number() over (order by ${order}) as n, count(*) over () as total from ${table} where withdrawn_at is null) t
  where n % greatest(1, total / ${many}) = 0 and n < total - 100 order by n limit ${many}`;

const published = 'coalesce(published_latest, published_earliest)';

/** In each case the variables of the product's own query, chosen from what was loaded, the same for every contender and every run. */
export async function variablesOf(url) {
  const client = new pg.Client(url);
  await client.connect();
  const rows = async (text) => (await client.query(text)).rows;
  const reports = await rows(
    evenly('report', `${published} desc, id desc`, `id, ${published}::text as day`),
  );
  const factions = await rows(
    'select id from faction f where (select count(*) from (select from claim_of_faction where faction_id = f.id limit 20) c) = 20 order by id',
  );
  const variables = {
    claim: (await rows(evenly('claim', 'id', 'id'))).map(({ id }) => ({ id: `clm_${id}` })),
    page: spread(await rows(fullPages)).map(({ id, from, to }) => ({
      first: 50,
      filter: { place: { id: [`loc_${id}`] }, occurred: { from, to }, kind: ['CASUALTIES'] },
    })),
    faction: spread(factions).map(({ id }) => ({ id: `fac_${id}` })),
    reports: reports.map(({ id, day }) => ({
      first: 20,
      after: cursorOf(markOf('Query.reports', 'PUBLISHED DESC'), id, day),
    })),
    statistics: (await rows(`select id from location where kind = 'GOVERNORATE' order by id`)).map(
      ({ id }) => ({
        filter: { place: { id: [`loc_${id}`] } },
      }),
    ),
    typename: [{}],
  };
  await client.end();
  return variables;
}
