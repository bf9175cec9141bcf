import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';

const killed = (min: number | null, best: number | null, max: number | null, more = {}) => ({
  measure: 'PEOPLE_KILLED',
  min,
  best,
  max,
  ...more,
});
/**
 * A ledger for statistics, and the ids of its records and claims by name. The province contains the
 * town and the village; `abroad` is outside it.
 */
export async function startStatsLedger(): Promise<{
  api: Api;
  id: Record<string, string>;
  claim: Record<string, string>;
}> {
  const api = await startApi('ledger');
  const id: Record<string, string> = {};
  const claim: Record<string, string> = {};
  const link = (from: string, to: string, kind: string) =>
    api.data('mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }', {
      input: { fromId: claim[from], toId: claim[to], kind, rationale: 'One event.' },
    });
  const { aSource, aFaction, aLocation, aReport, aClaim } = fixtures(api);
  id.province = await aLocation('Province', { kind: 'GOVERNORATE' });
  for (const place of ['town', 'village'])
    id[place] = await aLocation(place, { parentId: id.province });
  id.abroad = await aLocation('Abroad');
  [id.army, id.rebels, id.witness, id.outlet] = [
    await aFaction('Army'),
    await aFaction('Rebels'),
    await aSource('Witness'),
    await aSource('Outlet'),
  ];
  const reportId = await aReport();
  const at = (...places: string[]) => places.map((place) => ({ locationId: id[place] }));
  const by = (...factions: string[]) =>
    factions.map((faction) => ({ factionId: id[faction], role: 'ACTOR' }));
  const write = async (name: string, input: object) => {
    claim[name] = await aClaim({ reportId, sourceId: id.witness, kind: 'AIRSTRIKE', ...input });
  };
  const parts = [
    killed(2, 2, 2, { category: 'CIVILIANS' }),
    killed(1, 1, 1, { category: 'COMBATANTS' }),
  ];
  await write('july', {
    places: at('town'),
    parties: by('army'),
    occurred: { edtf: '2018-07-03' },
    quantities: [killed(3, 4, 5, { parts })],
  });
  await write('again', {
    places: at('village'),
    parties: by('army'),
    occurred: { edtf: '2018-07-03' },
    quantities: [killed(2, 4, 9)],
  });
  await write('third', {
    places: at('abroad'),
    parties: by('army'),
    occurred: { edtf: '2018-07-03' },
    quantities: [killed(10, 10, null)],
  });
  await write('august', {
    places: at('town'),
    parties: by('army', 'rebels'),
    occurred: { edtf: '2018-08' },
    quantities: [killed(6, null, null)],
  });
  await write('spans', {
    places: at('town', 'village'),
    occurred: { edtf: '2018-07-30/2018-08-02' },
    quantities: [killed(null, 1, 2)],
  });
  await write('undated', { places: at('town'), kind: 'CLASH' });
  await write('feared', {
    places: at('town'),
    modality: 'FEARED',
    occurred: { edtf: '2018-07-09' },
  });
  await write('withdrawn', {
    places: at('town'),
    occurred: { edtf: '2018-07-09' },
    quantities: [killed(100, 100, 100)],
  });
  await api.data(
    `mutation { withdrawClaim(id: "${claim.withdrawn}", expectedVersion: 1,
      rationale: "Not said.") { warnings { code } } }`,
  );
  await link('july', 'third', 'SAME_EVENT');
  await link('again', 'third', 'REPEATS');
  await link('august', 'july', 'CORROBORATES');
  return { api, id, claim };
}
