import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { csvOf, state } from '../../testing/imports.ts';
import { columns as acledColumns, battle } from '../acled/acled.testing.ts';
import { fileOf, importPath, ucdpFile } from '../ingest.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const mapping = {
  dataset: { name: 'Ferry Desk' },
  id: { column: 'ref' },
  statement: { column: 'account' },
  sources: [{ column: 'who', kind: 'PERSON' }],
  parties: [{ column: 'actor', role: 'ACTOR' }],
  place: { country: 'country', name: 'town' },
  report: { title: 'title', url: 'link', publisher: 'paper', published: 'printed' },
};
const header = ['ref', 'account', 'who', 'actor', 'country', 'town', 'title', 'link', 'paper'];
const importTable = (release: string, ...rows: Record<string, string>[]) =>
  importPath(api, 'csv', fileOf(csvOf([...header, 'printed'], rows)), {
    settings: mapping,
    release,
  });
const importEvents = (release: string, ...events: Record<string, string>[]) =>
  importPath(api, 'ucdp', fileOf(ucdpFile(...events)), { release });
const importBattles = (release: string, ...rows: Record<string, string>[]) =>
  importPath(
    api,
    'acled',
    fileOf(
      csvOf(
        acledColumns,
        rows.map((row) => ({ ...battle, ...row })),
      ),
    ),
    { release },
  );

const parts = `
  id version
  report { id title url publisher { name } published { edtf } }
  citations { report { id title publisher { name } published { edtf } } }
  attributions { chain { source { id name } } }
  parties { faction { id name } }
  places { location { id name } }`;
const claimOf = async (system: string, value: string) =>
  (
    await api.data(
      `query ($id: ExternalIdInput!) {
        record(type: CLAIM, externalId: $id) { ... on Claim { ${parts} } }
      }`,
      { id: { system, value } },
    )
  ).record;
const rowOf = (ref: string) => claimOf('table:ferry desk', ref);
const eventOf = (id: string) => claimOf('ucdp-event', id);

/** Why a record is withdrawn, or null, and what its history says. */
const fateOf = async (id: string) => {
  const { node } = await api.data(
    `query ($id: ID!) {
      node(id: $id) {
        ... on Record { withdrawn { by rationale } history(first: 1) { nodes { change action } } }
      }
    }`,
    { id },
  );
  return node;
};
const countRecords = async () =>
  api.data(`{
    reports { totalCount } sources { totalCount } factions { totalCount } locations { totalCount }
  }`);

const withdrawnBecause = (words: string) => ({
  withdrawn: { by: 'import', rationale: expect.stringContaining(words) },
  history: { nodes: [{ change: 'WITHDRAWN', action: expect.stringMatching(/^import/) }] },
});
const isThere = expect.objectContaining({ withdrawn: null });

describe('a newer file that names another report for a row of a table', () => {
  const row = {
    ref: 'R1',
    account: 'The ferry was late.',
    title: 'Ferry late',
    link: 'https://ferry.test/1',
    paper: 'Quay Post',
    printed: '2018-07-01',
  };

  test.each([
    ['title', { title: 'Ferry very late' }],
    ['address', { link: 'https://ferry.test/one' }],
    ['day of publication', { printed: '2018-07-02' }],
    ['publisher', { paper: 'Quayside Post' }],
    ['title, once empty', { title: '' }],
  ])(
    'moves its claim there if only the %s differs, and withdraws the former',
    async (what, part) => {
      const first = {
        ...row,
        ref: `R ${what}`,
        title: `Ferry late, ${what}`,
        paper: `Post ${what}`,
      };
      await importTable('1', first);
      const before = await rowOf(first.ref);
      const later = { ...first, ...part };
      const { changed, created } = await importTable('2', later);
      const after = await rowOf(first.ref);
      expect([changed.claims, created.claims, after.id]).toEqual([1, 0, before.id]);
      expect(after.report.id).not.toBe(before.report.id);
      expect(after.report).toMatchObject(
        later.title === ''
          ? { title: 'Ferry Desk' }
          : {
              title: later.title,
              url: later.link,
              publisher: { name: later.paper },
              published: { edtf: later.printed },
            },
      );
      expect(await fateOf(before.report.id)).toEqual(withdrawnBecause('csv, release 2'));

      const unchanged = await state(api);
      const again = await importTable('2', later);
      expect([again.changed, again.created]).toEqual([none, none]);
      expect(await state(api)).toEqual(unchanged);
    },
  );

  test('keeps a report to which another claim refers', async () => {
    const shared = { ...row, title: 'Two ferries', paper: 'Shared Post' };
    await importTable('1', { ...shared, ref: 'R2' }, { ...shared, ref: 'R3' });
    const before = await rowOf('R2');
    await importTable('2', { ...shared, ref: 'R2', title: 'One ferry' }, { ...shared, ref: 'R3' });
    expect((await rowOf('R3')).report.id).toBe(before.report.id);
    expect(await fateOf(before.report.id)).toEqual(isThere);
  });

  test('restores the report that an import withdrew when it is named again', async () => {
    const first = { ...row, ref: 'R4', title: 'Fog', paper: 'Fog Post' };
    await importTable('1', first);
    const { report } = await rowOf('R4');
    await importTable('2', { ...first, title: 'Mist' });
    await importTable('3', first);
    expect((await rowOf('R4')).report).toEqual(report);
    expect(await fateOf(report.id)).toMatchObject({
      withdrawn: null,
      history: { nodes: [{ change: 'RESTORED', action: 'import csv' }] },
    });
  });

  test('leaves a report as a person withdrew or restored it', async () => {
    const first = { ...row, ref: 'R5', title: 'Sand', paper: 'Sand Post' };
    await importTable('1', first);
    const { report } = await rowOf('R5');
    await importTable('2', { ...first, title: 'Mud' });
    await write('restoreReport', report.id, 'It was printed.');
    await importTable('3', first);
    await importTable('4', { ...first, title: 'Clay' });
    expect(await fateOf(report.id)).toEqual(isThere);
    await write('withdrawReport', report.id, 'A forgery.');
    await importTable('5', first);
    expect((await fateOf(report.id)).withdrawn).toEqual({ by: 'local', rationale: 'A forgery.' });
  });
});

const none = { reports: 0, sources: 0, factions: 0, locations: 0, claims: 0 };
const write = async (mutation: string, id: string, rationale: string) => {
  const { node } = await api.data(
    'query ($id: ID!) { node(id: $id) { ... on Record { version } } }',
    { id },
  );
  await api.data(
    `mutation ($id: ID!, $version: Int!, $rationale: String!) {
      ${mutation}(id: $id, expectedVersion: $version, rationale: $rationale) {
        warnings { code }
      }
    }`,
    { id, version: node.version, rationale },
  );
};

describe('a newer release of UCDP', () => {
  test.each([
    ['headline', '"Bell,2021-03-02,Shots at the old mill"'],
    ['day', '"Bell,2021-03-03,Shots at the mill"'],
    ['office', '"Clock,2021-03-02,Shots at the mill"'],
    ['words', 'A yearbook of mills, 2021'],
  ])(
    'cites the article with the %s that it has now, and withdraws the former',
    async (what, text) => {
      const id = String(6_100 + text.length + what.length);
      const source_article = `"Bell,2021-03-02,Shots at the mill"`.replaceAll(
        'mill',
        `mill ${what}`,
      );
      await importEvents('19.1', { id, source_article });
      const before = await eventOf(id);
      const later = { id, source_article: text.replaceAll('mill', `mill ${what}`) };
      expect((await importEvents('23.1', later)).changed.claims).toBe(1);
      const after = await eventOf(id);
      expect([after.id, after.citations.length]).toEqual([before.id, 1]);
      expect(after.citations[0].report.id).not.toBe(before.citations[0].report.id);
      expect(await fateOf(before.citations[0].report.id)).toEqual(withdrawnBecause('release 23.1'));
      const unchanged = await state(api);
      expect((await importEvents('23.1', later)).changed).toEqual(none);
      expect(await state(api)).toEqual(unchanged);
    },
  );

  test('that says the same leaves claims in the release that they were read in', async () => {
    await importEvents('19.1', { id: '6200' });
    const before = await eventOf('6200');
    expect((await importEvents('23.1', { id: '6200', gwnob: '7' })).changed).toEqual(none);
    expect((await eventOf('6200')).report).toEqual(before.report);
    await importEvents('24.1', { id: '6200', gwnob: '7', best: '4' });
    expect((await eventOf('6200')).report.title).toContain('24.1');
  });
});

test('an older release of ACLED adds nothing that the newer one does not name', async () => {
  await importBattles('2021-01', { event_id_cnty: 'NWH7' });
  const before = await countRecords();
  const { created, problems } = await importBattles('2020-01', {
    event_id_cnty: 'NWH7',
    source: 'Third Paper',
    actor2: 'Old Front',
    inter2: 'State forces',
    location: 'Bville',
    admin1: 'South',
  });
  expect([created, problems]).toEqual([none, { OLDER_RELEASE: 1 }]);
  expect(await countRecords()).toEqual(before);
});

test('a release of ACLED is withdrawn once all its claims are read in a newer one', async () => {
  await importBattles('2022-01', { event_id_cnty: 'NWH8' }, { event_id_cnty: 'NWH9' });
  const { report } = await claimOf('acled', 'NWH8');
  await importBattles('2022-02', { event_id_cnty: 'NWH8', notes: 'Put otherwise.' });
  expect(await fateOf(report.id)).toEqual(isThere);
  await importBattles('2022-02', { event_id_cnty: 'NWH9', notes: 'Put otherwise.' });
  expect((await claimOf('acled', 'NWH9')).report.title).toContain('2022-02');
  expect(await fateOf(report.id)).toEqual(withdrawnBecause('acled, release 2022-02'));
});
