import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { csvOf, state } from '../testing/imports.ts';
import { columns as acledColumns, battle } from './acled/acled.testing.ts';
import { fileOf, importPath, ucdpFile, withClient } from './ingest.testing.ts';
import { matchByPerson } from './match.ts';
import { unmatch } from './unmatch.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const settings = {
  dataset: { name: 'Quarry Desk' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  sources: [{ column: 'who', kind: 'PERSON' }],
  parties: [{ column: 'actor', role: 'ACTOR' }],
  place: { country: 'country', name: 'town' },
  report: { title: 'title' },
};
const row = {
  ref: 'Q1',
  account: 'Stones fell.',
  who: 'Quarry hand',
  actor: 'Quarry Guard',
  country: 'Andorra',
  town: 'Stonewick',
  title: 'Stones fall',
};
const event = {
  id: '301',
  side_b: 'Cliff Band',
  side_b_new_id: '',
  source_original: 'cliff dwellers',
  source_article: '"Cliff Mail,2021-03-02,Rocks at the cliff"',
};
const acledRow = {
  ...battle,
  event_id_cnty: 'NWH301',
  actor2: 'Chalk Front',
  source: 'Chalk Radio',
};

interface Format {
  system: string;
  value: string;
  importIt(): ReturnType<typeof importPath>;
}
const formats: Record<string, Format> = {
  csv: {
    system: 'table:quarry desk',
    value: 'Q1',
    importIt: () =>
      importPath(api, 'csv', fileOf(csvOf(Object.keys(row), [row])), { settings, force: true }),
  },
  ucdp: {
    system: 'ucdp-event',
    value: '301',
    importIt: () =>
      importPath(api, 'ucdp', fileOf(ucdpFile(event)), { release: '20.1', force: true }),
  },
  acled: {
    system: 'acled',
    value: 'NWH301',
    importIt: () =>
      importPath(api, 'acled', fileOf(csvOf(acledColumns, [acledRow])), {
        release: '2020-01',
        force: true,
      }),
  },
};

const claimOf = async ({ system, value }: Format) =>
  (
    await api.data(
      `query ($id: ExternalIdInput!) {
        record(type: CLAIM, externalId: $id) {
          ... on Claim {
            report { id } citations { report { id } } parties { faction { id } }
            attributions { chain { source { id } } } places { location { id } }
          }
        }
      }`,
      { id: { system, value } },
    )
  ).record;

const withdrawnOf = async (id: string) =>
  (
    await api.data(
      'query ($id: ID!) { node(id: $id) { ... on Record { withdrawn { rationale } } } }',
      { id },
    )
  ).node.withdrawn;

type Pick = (claim: any) => string;
const party: Pick = ({ parties }) => parties.at(-1).faction.id;
const origin: Pick = ({ attributions }) => attributions[0].chain[0].source.id;
const article: Pick = ({ citations }) => citations[0].report.id;
const report: Pick = (claim) => claim.report.id;
const place: Pick = ({ places }) => places[0].location.id;

const key = (id: string): string => id.slice(4);
const matchOf = async (recordId: string): Promise<string> => {
  const [{ id }] = await api.database.query('select id from import_match where record_id = $1', [
    key(recordId),
  ]);
  return id;
};

describe('matching a name of a data set to a record, and undoing it', () => {
  test.each([
    ['csv', 'faction', party, () => make.aFaction('The Guard of the Quarry')],
    ['csv', 'source', origin, () => make.aSource('Someone of the quarry')],
    ['csv', 'report', report, () => make.aReport({ title: 'How the stones fell' })],
    ['ucdp', 'faction', party, () => make.aFaction('The Band of the Cliff')],
    ['ucdp', 'source', origin, () => make.aSource('Those at the cliff')],
    ['ucdp', 'report', article, () => make.aReport({ title: 'Rocks at a cliff' })],
    ['ucdp', 'report', report, () => make.aReport({ title: 'The events of a year' })],
    ['acled', 'faction', party, () => make.aFaction('The Front of the Chalk')],
    ['acled', 'source', origin, () => make.aSource('Radio of the Chalk')],
    ['acled', 'report', report, () => make.aReport({ title: 'The events of another year' })],
    ['acled', 'location', place, () => make.aLocation('The village on chalk')],
  ] as [string, 'faction' | 'source' | 'report' | 'location', Pick, () => Promise<string>][])(
    '%s: the claims follow a %s, also when the file is imported again',
    async (name, type, recordIn, makeTarget) => {
      const format = formats[name]!;
      await format.importIt();
      const imported = recordIn(await claimOf(format));
      const target = await makeTarget();
      const match = await matchOf(imported);

      const matched = await withClient(api, (client) =>
        matchByPerson(client, { id: match }, type, key(target)),
      );
      expect(matched).toMatchObject({ type, claims: 1 });
      expect(recordIn(await claimOf(format))).toBe(target);
      expect((await withdrawnOf(imported)).rationale).toContain('A person matched');
      const after = await state(api);
      await format.importIt();
      expect(recordIn(await claimOf(format))).toBe(target);
      expect(await state(api)).toEqual(after);

      await withClient(api, (client) => unmatch(client, match));
      expect(recordIn(await claimOf(format))).toBe(imported);
      expect(await withdrawnOf(imported)).toBeNull();
      expect(await withdrawnOf(target)).toBeNull();
      const undone = await state(api);
      await format.importIt();
      expect(recordIn(await claimOf(format))).toBe(imported);
      expect(await state(api)).toEqual(undone);
    },
  );
});

test.each([
  ['csv', 'faction', party, 'Quarry Watch'],
  ['acled', 'faction', party, 'Slate Front'],
  ['acled', 'source', origin, 'Slate Radio'],
] as [string, 'faction' | 'source', Pick, string][])(
  '%s: a match by name to a %s is undone',
  async (name, type, recordIn, text) => {
    const target = await (type === 'faction' ? make.aFaction(text) : make.aSource(text));
    const ref = `U-${name}-${type}`;
    const [content, options, format] =
      name === 'csv'
        ? [
            csvOf(Object.keys(row), [{ ...row, ref, actor: text.toUpperCase() }]),
            { settings },
            { ...formats.csv!, value: ref },
          ]
        : [
            csvOf(acledColumns, [
              { ...acledRow, event_id_cnty: ref, actor2: text.toUpperCase(), source: text },
            ]),
            { release: '2020-01' },
            { ...formats.acled!, value: ref },
          ];
    const importIt = () => importPath(api, name, fileOf(content), { ...options, force: true });
    await importIt();
    expect(recordIn(await claimOf(format))).toBe(target);
    const match = await matchOf(target);
    await withClient(api, (client) => unmatch(client, match));
    const separate = recordIn(await claimOf(format));
    expect(separate).not.toBe(target);
    await importIt();
    expect(recordIn(await claimOf(format))).toBe(separate);
    expect(await withdrawnOf(target)).toBeNull();
  },
);

test('a key that is an external id is matched, and undone, with its id', async () => {
  const coded = { ...event, id: '302', side_b: 'Coded Band', side_b_new_id: '93021' };
  const format = {
    ...formats.ucdp!,
    value: '302',
    importIt: () =>
      importPath(api, 'ucdp', fileOf(ucdpFile(coded)), { release: '20.1', force: true }),
  };
  await format.importIt();
  const imported = party(await claimOf(format));
  const target = await make.aFaction('A band with a code');
  const actor = { system: 'ucdp-actor', value: '93021' };
  await withClient(api, (client) => matchByPerson(client, actor, 'faction', key(target)));
  await format.importIt();
  expect(party(await claimOf(format))).toBe(target);
  expect((await withdrawnOf(imported)).rationale).toContain('A person matched');
  const match = await matchOf(target);
  await withClient(api, (client) => unmatch(client, match));
  await format.importIt();
  const separate = party(await claimOf(format));
  expect(separate).not.toBe(target);
  const { record } = await api.data(
    'query ($id: ExternalIdInput!) { record(type: FACTION, externalId: $id) { id } }',
    { id: actor },
  );
  expect(record.id).toBe(separate);
});
