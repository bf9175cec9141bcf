import pg from 'pg';
import { cursorOf, tagOf } from '../cursors.mjs';

/** The number of different variables per query, so that requests do not repeat at once. */
const variety = 200;

/** Chooses rows at even intervals. */
const sample = (rows) => {
  const step = Math.max(1, rows.length / variety);
  return Array.from(
    { length: Math.min(variety, rows.length) },
    (_, i) => rows[Math.floor(i * step)],
  );
};

/**
 * Governorates and spans of three months with more than 50 claims: a full page that is not the
 * last.
 */
const fullPages = `
  select p.id, w.first::text as from, (w.first + interval '3 months' - interval '1 day')::date::text
    as to
  from location p cross join lateral (select generate_series(date '2016-01-01', date '2019-10-01',
    interval '1 month')::date as first) w
  where p.kind = 'GOVERNORATE' and (
    select count(*) > 50 from (select from claim_within k where k.location_id = p.id
      and k.kind = 'CASUALTIES' and k.modality <> 'FEARED'
      and k.occurred between w.first and w.first + 89 limit 51) enough)
  order by w.first, p.id`;

/**
 * Chooses live rows of a table at even intervals of a unique order. The last hundred are left out,
 * because no page after them is full.
 */
const evenly = (table, order, columns) => `
  select ${columns} from (select *, row_number() over (order by ${order}) as n, count(*) over () as
    total from ${table} where withdrawn_at is null) t
  where n % greatest(1, total / ${variety}) = 0 and n < total - 100 order by n limit ${variety}`;

const published = 'coalesce(published_latest, published_earliest)';

/**
 * The variables of each query, in the product's own form, chosen from the ledger. They are the same
 * for every contender and every run.
 */
export async function variablesOf(url) {
  const client = new pg.Client(url);
  await client.connect();
  const rows = async (text) => (await client.query(text)).rows;
  const reports = await rows(
    evenly('report', `${published} desc, id desc`, `id, ${published}::text as day`),
  );
  const factions = await rows(
    'select id from faction f where (select count(*) from (select from claim_of_faction where ' +
      'faction_id = f.id limit 20) c) = 20 order by id',
  );
  const variables = {
    claim: (await rows(evenly('claim', 'id', 'id'))).map(({ id }) => ({ id: `clm_${id}` })),
    page: sample(await rows(fullPages)).map(({ id, from, to }) => ({
      first: 50,
      filter: { place: { id: [`loc_${id}`] }, occurred: { from, to }, kind: ['CASUALTIES'] },
    })),
    faction: sample(factions).map(({ id }) => ({ id: `fac_${id}` })),
    reports: reports.map(({ id, day }) => ({
      first: 20,
      after: cursorOf(tagOf('Query.reports', 'PUBLISHED DESC'), id, day),
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
