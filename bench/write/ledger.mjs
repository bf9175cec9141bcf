/*
 * The ledger that is written to, and what is written: claims of the usual shape, with two speakers,
 * a place inside three areas, two parties, two figures of which one has a part, and a passage.
 */

const counts = { governorates: 4, communities: 12, sources: 40, factions: 20, reports: 60 };

/** Numbers that are the same in each run. */
const randomOf = (seed) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const withName = (text, fields) => ({
  ...fields,
  names: [{ text, kind: 'PRIMARY', language: 'en' }],
});

/** Creates what claims refer to. `send` sends an operation and returns its data. */
export async function createLedger(send) {
  const create = async (type, input) => {
    const field = type.toLowerCase();
    const query = `mutation ($input: Create${type}Input!) {
      create${type}(input: $input) { ${field} { id } } }`;
    return (await send(query, { input }))[`create${type}`][field].id;
  };
  const each = async (count, work) => {
    const ids = [];
    for (let n = 0; n < count; n++) ids.push(await work(n));
    return ids;
  };
  const country = await create('Location', withName('Land', { kind: 'COUNTRY' }));
  const places = [];
  for (let g = 0; g < counts.governorates; g++) {
    const areas = { kind: 'GOVERNORATE', parentId: country };
    const parentId = await create('Location', withName(`Governorate ${g}`, areas));
    const district = { kind: 'DISTRICT', parentId };
    const inside = await create('Location', withName(`District ${g}`, district));
    const community = { kind: 'COMMUNITY', parentId: inside };
    places.push(
      ...(await each(counts.communities, (n) =>
        create('Location', withName(`Town ${g} ${n}`, community)),
      )),
    );
  }
  const sources = await each(counts.sources, (n) =>
    create('Source', withName(`Source ${n}`, { kind: 'PERSON' })),
  );
  const factions = await each(counts.factions, (n) =>
    create('Faction', withName(`Faction ${n}`, { kind: 'REBEL_GROUP' })),
  );
  const ledger = { places, sources, factions, random: randomOf(1), written: 0 };
  ledger.reports = await each(counts.reports, () => create('Report', report(ledger)));
  return ledger;
}

const pick = ({ random }, list) => list[Math.floor(random() * list.length)];
/** Makes each title, statement and external id differ from all others. */
function nextNumber(ledger) {
  ledger.written += 1;
  return ledger.written;
}

const quote = 'fighters took two houses';

const report = (ledger) => ({
  kind: 'ARTICLE',
  title: `Report ${nextNumber(ledger)} from the front`,
  language: 'en',
  publisherId: pick(ledger, ledger.sources),
  published: { edtf: day(ledger) },
  body: `Two witnesses say that ${quote} at the edge of the town. The army denies it.`,
  bodyKind: 'VERBATIM',
});

function day({ random }) {
  const [year, month, date] = [2015 + random() * 5, 1 + random() * 9, 10 + random() * 18];
  return `${Math.floor(year)}-0${Math.floor(month)}-${Math.floor(date)}`;
}

/** The input of one claim, without its report. */
const claim = (ledger) => ({
  statement: `Fighters took two houses at the edge of the town, ${nextNumber(ledger)}.`,
  kind: pick(ledger, ['CLASH', 'SHELLING', 'ADVANCE', 'AIRSTRIKE']),
  modality: 'ASSERTED',
  occurred: { edtf: day(ledger) },
  passage: { quote, in: 'BODY', directSpeech: false },
  attributions: [
    {
      chain: [
        { sourceId: pick(ledger, ledger.sources), capacity: 'WITNESS', verb: 'say' },
        { sourceId: pick(ledger, ledger.sources) },
      ],
    },
  ],
  places: [{ locationId: pick(ledger, ledger.places), asWritten: 'the town' }],
  parties: [
    { factionId: pick(ledger, ledger.factions), role: 'ACTOR' },
    { factionId: pick(ledger, ledger.factions), role: 'TARGET' },
  ],
  quantities: [
    {
      measure: 'PEOPLE_KILLED',
      min: 2,
      best: 3,
      parts: [{ measure: 'PEOPLE_KILLED', min: 1, category: 'CIVILIANS' }],
    },
    { measure: 'BUILDINGS_DAMAGED', min: 2 },
  ],
  externalIds: [{ system: 'desk', value: String(ledger.written) }],
});

export const claimInput = (ledger) => ({
  ...claim(ledger),
  reportId: pick(ledger, ledger.reports),
});

export const reportInput = (ledger, claims) => ({
  report: report(ledger),
  claims: Array.from({ length: claims }, () => claim(ledger)),
});
