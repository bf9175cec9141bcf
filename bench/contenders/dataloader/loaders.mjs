import 'reflect-metadata';
import DataLoader from 'dataloader';
import { In } from 'typeorm';
import { importServer } from '../../paths.mjs';

const { dataSource } = await importServer('database/data-source');
/** The product's own entities and connections, so that all contenders use the same settings. */
const database = await dataSource(process.env.DATABASE_URL).initialize();

export const rows = (text, values) => database.query(text, values);

/** Records by their ids, in the order of the ids. */
export async function recordsOf(entity, ids) {
  const records = await database.getRepository(entity).findBy({ id: In([...ids]) });
  const byKey = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => byKey.get(id) ?? null);
}

const byId = (entity) => new DataLoader((ids) => recordsOf(entity, ids));

/** Groups rows by their owner: one list per id, in the order of the ids. */
function groupByOwner(ids, members, owner) {
  const lists = new Map(ids.map((id) => [id, []]));
  for (const row of members) lists.get(row[owner]).push(row);
  return ids.map((id) => lists.get(id));
}

/** The rows that belong to a claim, in order. */
const ofClaim = (entity, order = { position: 'ASC' }) =>
  new DataLoader(async (ids) =>
    groupByOwner(
      ids,
      await database.getRepository(entity).find({ where: { claimId: In([...ids]) }, order }),
      'claimId',
    ),
  );

/** The first claims of each of several records, plus one that shows whether there are more. */
const firstClaims = (from, order) =>
  new DataLoader(
    async (keys) => {
      const ids = keys.map(({ id }) => id);
      const text = `select t.id as of, c.id, c.day from unnest($1::uuid[]) t(id) cross
        join lateral (select c.id, ${order}::text as day
        from ${from} and c.withdrawn_at is null order by ${order} desc nulls last, c.id desc limit
          $2::int) c`;
      const keysOfClaims = await rows(text, [ids, keys[0].first + 1]);
      const claims = await recordsOf(
        'Claim',
        keysOfClaims.map(({ id }) => id),
      );
      return groupByOwner(
        ids,
        keysOfClaims.map(({ of }, i) => ({ of, claim: claims[i] })),
        'of',
      ).map((list) => list.map(({ claim }) => claim));
    },
    { cacheKeyFn: ({ id, first }) => `${id} ${first}` },
  );

/** One set per request, so that no request sees rows cached by an earlier one. */
export const loaders = () => ({
  claim: byId('Claim'),
  report: byId('Report'),
  source: byId('Source'),
  faction: byId('Faction'),
  location: byId('Location'),
  speakers: ofClaim('Speaker', { attribution: 'ASC', position: 'ASC' }),
  places: ofClaim('ClaimPlace'),
  parties: ofClaim('ClaimParty'),
  quantities: ofClaim('Quantity', { position: 'ASC', id: 'ASC' }),
  citations: ofClaim('Citation'),
  claimsOfReport: firstClaims(
    'claim c where c.report_id = t.id',
    'coalesce(c.occurred_latest, c.occurred_earliest)',
  ),
  claimsOfFaction: firstClaims(
    'claim_of_faction k join claim c on c.id = k.claim_id where k.faction_id = t.id',
    'k.occurred',
  ),
});
