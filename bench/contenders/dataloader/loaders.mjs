import DataLoader from 'dataloader';
import pg from 'pg';
import { options, poolSize } from '../settings.mjs';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, options, max: poolSize, min: poolSize });

/** Runs a statement by name, so that PostgreSQL keeps it prepared. */
export const rows = async (name, text, values) => (await pool.query({ name, text, values })).rows;

/** What the API shows of each table. Dates come as text: the driver would make moments of them. */
const columns = {
  claim: `c.id, c.statement, c.kind, c.modality, c.status, c.credibility, c.aggregate, c.report_id, c.occurred_edtf, c.occurred_precision,
    c.occurred_earliest::text, c.occurred_latest::text`,
  report: 'c.id, c.title, c.published_edtf, c.publisher_id',
  source: 'c.id, c.name, c.kind',
  faction: 'c.id, c.name, c.kind',
  location: 'c.id, c.name, c.parent_id',
};
export const claimColumns = columns.claim;
export const reportColumns = columns.report;

/** Records of a table by their ids. */
const byId = (table) =>
  new DataLoader(async (ids) => {
    const found = await rows(`${table} by id`, `select ${columns[table]} from ${table} c where c.id = any($1::uuid[])`, [ids]);
    const records = new Map(found.map((row) => [row.id, row]));
    return ids.map((id) => records.get(id) ?? null);
  });

/** Rows as a list for each id that was asked for. */
function listed(ids, found, owner) {
  const lists = new Map(ids.map((id) => [id, []]));
  for (const row of found) lists.get(row[owner]).push(row);
  return ids.map((id) => lists.get(id));
}

/** The rows of a table that belong to a claim, in order. */
const ofClaim = (table, shown, order = 'position') =>
  new DataLoader(async (ids) => {
    const text = `select claim_id, ${shown} from ${table} where claim_id = any($1::uuid[]) order by claim_id, ${order}`;
    return listed(ids, await rows(`${table} of claims`, text, [ids]), 'claim_id');
  });

/** The first claims of each of several things, and one more, to know whether there is more. */
const claimsOf = (name, from, order) =>
  new DataLoader(
    async (keys) => {
      const text = `select t.id as of, c.* from unnest($1::uuid[]) t(id) cross join lateral (
        select ${columns.claim}, ${order}::text as day from ${from} and c.withdrawn_at is null order by ${order} desc nulls last, c.id desc limit $2::int) c`;
      const found = await rows(name, text, [keys.map(({ id }) => id), keys[0].first + 1]);
      return listed(
        keys.map(({ id }) => id),
        found,
        'of',
      );
    },
    { cacheKeyFn: ({ id, first }) => `${id} ${first}` },
  );

/** One set for each request: what a request has read is read anew for the next. */
export const loaders = () => ({
  claim: byId('claim'),
  report: byId('report'),
  source: byId('source'),
  faction: byId('faction'),
  location: byId('location'),
  speakers: ofClaim('speaker', 'attribution, capacity, verb, source_id', 'attribution, position'),
  places: ofClaim('claim_place', 'role, geo_precision, point_lat, point_lon, location_id'),
  parties: ofClaim('claim_party', 'role, "group", faction_id'),
  quantities: ofClaim('quantity', 'measure, min, best, max', 'position, id'),
  citations: ofClaim('citation', 'locator, report_id'),
  claimsOfReport: claimsOf('claims of reports', 'claim c where c.report_id = t.id', 'coalesce(c.occurred_latest, c.occurred_earliest)'),
  claimsOfFaction: claimsOf(
    'claims of factions',
    'claim_of_faction k join claim c on c.id = k.claim_id where k.faction_id = t.id',
    'k.occurred',
  ),
});
