import type { Program } from './type-programs.testing.ts';

/** Executes `recordReport` with a claim of these fields. */
const record = (fields: string, report = ''): string =>
  `client.execute(RecordReport, { input: { report: { kind: 'ARTICLE', title: 'T', ${report} }, ` +
  `claims: [{ kind: 'OTHER', statement: 'S', ${fields} }] } })`;
const speaker = (source: string): string => `attributions: [{ chain: [{ source: ${source} }] }]`;

/** Takes the locations that a search finds. */
const hits = (loop: string): string =>
  `for (const { record } of (await ${loop}).search.nodes) if (record.__typename === 'Location')`;
const search = "client.execute(Search, { text: 'Tall Shehab' })";
const ownSearch =
  "client.execute(graphql('query S($text: String!) { search(text: $text) { nodes { record { " +
  "__typename id } } } }'), { text: 'Tall Shehab' })";
const placeFilter = 'void client.execute(Claims, { filter: { place: { id: [record.id] } } })';
const partyFilter = 'void client.execute(Claims, { filter: { party: { faction: [record.id] } } })';

/** Programs that write, and that use what a search found, as in `type-programs.testing.ts`. */
export const writePrograms: Program[] = [
  [
    'a report with references by id, external id and name, and new records',
    record(
      `${speaker('{ id: source.id }')}, places: [{ location: { name: 'Tal Shihab' } }], parties: ` +
        "[{ role: 'ACTOR', faction: { externalId: { system: 'ucdp-actor', value: '118' } } }]",
      "publisher: { new: { kind: 'OUTLET', names: [{ text: 'Gazette', kind: 'PRIMARY' }] } }",
    ),
  ],
  [
    'a reference with two fields',
    record(speaker("{ id: source.id, name: 'N' }")),
    /is not assignable to type/,
  ],
  ['a reference without a field', record(speaker('{}')), /is not assignable to type/],
  ['a reference with an id of another type', record(speaker('{ id: claim.id }')), /clm_/],
  ['an unknown field of a reference', record(speaker("{ label: 'N' }")), /'label' does not exist/],
  [
    'a new record without a name',
    record(speaker("{ new: { kind: 'OUTLET' } }")),
    /Property 'names' is missing/,
  ],
  ['a report by its name', record('attributions: []', "reprintOf: { name: 'T' }"), /'name'/],
  ['a search hit as a place', `${hits(search)} ${placeFilter}`],
  ['a search hit as a party', `${hits(search)} ${partyFilter}`, /loc_.*fac_/s],
  ['a hit of an own search as a place', `${hits(ownSearch)} ${placeFilter}`],
  ['a hit of an own search as a party', `${hits(ownSearch)} ${partyFilter}`, /loc_.*fac_/s],
];
