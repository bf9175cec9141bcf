import { dataSource } from '../../database/data-source.ts';
import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';
import { verifyLedger } from './verify-ledger.ts';

/** A ledger with past and present rows of many tables, for tests that change it. */
export async function startTampered() {
  const api = await startApi();
  const make = fixtures(api);
  const [place, inner, faction] = [
    await make.aLocation('Wadi'),
    await make.aLocation('Ghab'),
    await make.aFaction('The guard'),
  ];
  await api.data(
    `mutation ($id: ID!, $input: UpdateLocationInput!) {
      updateLocation(id: $id, expectedVersion: 1, input: $input) { location { id } } }`,
    { id: inner, input: { parentId: place } },
  );
  const source = await make.aSource('Huda Nasser', { role: 'clerk' });
  const input = {
    sourceId: source,
    statement: 'Two people were hurt.',
    places: [{ locationId: inner, role: 'AT' }],
    parties: [{ factionId: faction, role: 'ACTOR' }],
    quantities: [{ measure: 'PEOPLE_INJURED', best: 2 }],
  };
  const claim = await make.aClaim(input);
  const other = await make.aClaim({ ...input, statement: 'Three people were hurt.' });
  await api.data(
    `mutation ($id: ID!, $input: UpdateClaimInput!) {
      updateClaim(id: $id, expectedVersion: 1, input: $input) { claim { id } } }`,
    { id: claim, input: { statement: 'At least two people were hurt.', places: [] } },
  );
  await api.data(
    `mutation ($id: ID!) {
      withdrawClaim(id: $id, expectedVersion: 1, rationale: "Of another day.") { claim { id } } }`,
    { id: other },
  );
  await api.data(
    'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
    {
      input: {
        fromId: await make.aClaim({ sourceId: source }),
        toId: claim,
        kind: 'SAME_EVENT',
        rationale: 'The same day and place.',
      },
    },
  );
  const ids = { source, claim, other };
  /** A text with `$claim` for the key of the claim, and `$claimId` for its id. */
  const fill = (text: string) =>
    text.replaceAll(/\$(source|claim|other)(Id)?/g, (_all, name: keyof typeof ids, isId) =>
      ids[name].slice(isId ? 0 : 4),
    );
  return { api, ids, fill, faultsAfter: faultsIn(api) };
}

/**
 * What is found after a change with triggers off, in order. The change is then undone. Each
 * verification has a connection of its own: PostgreSQL keeps the plans of its functions, and the
 * twentieth on one connection would take twice as long.
 */
export const faultsIn =
  (api: Api) =>
  async (change: string): Promise<string[]> => {
    const database = await dataSource(api.databaseUrl).initialize();
    const runner = database.createQueryRunner();
    await runner.query('begin; set local session_replication_role = replica');
    try {
      await runner.query(change);
      const faults: string[] = [];
      for await (const check of verifyLedger(runner))
        faults.push(...check.faults.map(({ place, problem }) => `${place} ${problem}`));
      return faults;
    } finally {
      await runner.query('rollback');
      await runner.release();
      await database.destroy();
    }
  };
