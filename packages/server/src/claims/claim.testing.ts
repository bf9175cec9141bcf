import type { Api } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

/** All of a claim but its report's own fields and its history. */
export const everything = `
  id version createdAt updatedAt statement language kind modality aggregate credibility status
  restsOnWithdrawn
  report { id } passage { quote in start end prefix suffix page directSpeech translation }
  citations { report { id } locator }
  attributions { chain { source { id } capacity verb report { id } } }
  occurred { edtf earliest latest precision approximate uncertain extent basis asWritten }
  places { location { id } role geoPrecision point { lat lon } basis asWritten }
  parties { faction { id } role group basis asWritten }
  quantities { id measure min best max approximate comparator of { category faction { id } }
  partOf asWritten position }
  externalIds { system value } withdrawn { rationale by at }
`;
/** A claim with something in every field, and what reading it must give. */
export async function aFullClaim(api: Api) {
  const make = fixtures(api);
  const [origin, outlet, faction, town, cited] = await Promise.all([
    make.aSource('Origin'),
    make.aSource('Outlet', { kind: 'OUTLET' }),
    make.aFaction(),
    make.aLocation(),
    make.aReport({ title: 'Cited' }),
  ]);
  const reportId = await make.aReport({
    title: 'T',
    body: 'كما قال "🙂 They left." They left.',
    bodyKind: 'TRANSLATION',
  });
  const input = {
    reportId,
    statement: 'They left — 🙂 "all".\n\\ \t',
    language: 'en-GB',
    kind: 'DISPLACEMENT',
    modality: 'ESTIMATED',
    aggregate: true,
    passage: {
      quote: 'They left.',
      prefix: '🙂 ',
      suffix: '"',
      page: 3,
      directSpeech: true,
      translation: 'ils sont partis',
    },
    citations: [{ reportId: cited, locator: 'p. 4' }, { reportId }],
    attributions: [
      {
        chain: [
          { sourceId: origin, capacity: 'WITNESS', verb: 'said', reportId: cited },
          { sourceId: outlet, capacity: 'RELAY' },
        ],
      },
      { chain: [{ sourceId: outlet }] },
    ],
    occurred: {
      edtf: '2018-06-19/2018-07-10%',
      extent: 'THROUGHOUT',
      earliest: '2018-06-19',
      latest: '2018-07-14',
      basis: 'INFERRED',
      asWritten: 'weeks',
    },
    places: [
      {
        locationId: town,
        role: 'FROM',
        geoPrecision: 'EXACT',
        lat: 32.5,
        lon: -36.125,
        basis: 'INFERRED',
        asWritten: 'there',
      },
      { locationId: town, role: 'AT' },
    ],
    parties: [
      { factionId: faction, role: 'ACTOR', group: 2, basis: 'INFERRED', asWritten: 'they' },
      { factionId: faction, role: 'TARGET' },
    ],
    quantities: [
      {
        measure: 'PEOPLE_KILLED',
        min: 0,
        best: 0,
        max: 5,
        approximate: true,
        asWritten: 'five',
        parts: [{ measure: 'PEOPLE_KILLED', best: 0, category: 'CIVILIANS', factionId: faction }],
      },
      { measure: 'STRIKES', max: 2_147_483_647 },
    ],
    externalIds: [{ system: 'ucdp-event', value: `e${Math.random()}` }],
  };
  return {
    id: await make.aClaim(input),
    input,
    ids: { origin, outlet, faction, town, cited, reportId },
  };
}
