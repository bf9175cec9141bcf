import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { importText } from '../../testing/imports.ts';
import { battle, claimOf, importRows } from '../acled/acled.testing.ts';
import { csv } from '../csv/csv.ts';
import { geonames } from '../gazetteer/geonames.ts';
import { unitsTable } from '../gazetteer/units-table.ts';
import { ucdpFile } from '../ingest.testing.ts';
import { ucdp } from '../ucdp/ucdp.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

test('marks for nothing in a data set name no place and no faction', async () => {
  const row = { event_id_cnty: 'RUR1', assoc_actor_1: 'NA', admin2: 'nan', fatalities: 'NA' };
  await importRows(api, [{ ...battle, ...row, time_precision: '1.0', geo_precision: '1.0' }]);
  const claim = await claimOf(api, 'RUR1');
  expect(claim).toMatchObject({ quantities: [], places: [{ geoPrecision: 'EXACT' }] });
  expect(claim.importIssues.map(({ kind, value }: any) => [kind, value])).toEqual([
    ['NO_VALUE', 'NA'],
    ['NO_VALUE', 'NA'],
    ['NO_VALUE', 'nan'],
  ]);
  const event = {
    id: '7.0',
    side_b: 'None',
    adm_2: 'NULL',
    low: '3.0',
    best: '4.000',
    high: 'nan',
  };
  const tags = Object.keys(event).map(() => '#tag');
  const [header = '', ...rows] = ucdpFile(event).split('\n');
  const tagged = [header, [...tags, ...header.split(',').slice(tags.length).fill('')], ...rows];
  const { counts, problems } = await importText(api, ucdp, tagged.join('\n'), { release: '31.1' });
  expect([counts.rowsRead, counts.problems.TAG_ROW, counts.problems.NO_VALUE]).toEqual([1, 1, 2]);
  expect(problems.map(({ column, value }) => [column, value])).toContainEqual(['high', 'nan']);
  expect((await claimOf(api, '7', 'ucdp-event')).quantities[0]).toMatchObject({ min: 3, best: 4 });
  const { locations, factions } = await api.data(
    '{ locations(first: 99) { nodes { name } } factions(first: 99) { nodes { name } } }',
  );
  const names = [...locations.nodes, ...factions.nodes].map(({ name }: any) => name);
  expect(names.filter((name) => /^(na|nan|none|null|#.*)$/i.test(name))).toEqual([]);
});

test('a mark for nothing is one issue of its cell, which says what was taken instead', async () => {
  const marked = {
    event_date: 'NA',
    year: '',
    time_precision: 'NA',
    geo_precision: 'NULL',
    fatalities: 'nan',
  };
  await importRows(api, [{ ...battle, event_id_cnty: 'RUR2', ...marked }]);
  await importRows(api, [
    { ...battle, event_id_cnty: 'RUR3', ...marked, event_date: '2031-04-02' },
  ]);
  const issuesOf = async (id: string) =>
    (await claimOf(api, id)).importIssues.map(({ column, kind, value }: any) => [
      column,
      kind,
      value,
    ]);
  expect(await issuesOf('RUR2')).toEqual([
    ['event_date', 'BAD_DATE', 'NA'],
    ['geo_precision', 'BAD_CODE', 'NULL'],
    ['fatalities', 'NO_VALUE', 'nan'],
  ]);
  expect(await issuesOf('RUR3')).toEqual([
    ['time_precision', 'BAD_CODE', 'NA'],
    ['geo_precision', 'BAD_CODE', 'NULL'],
    ['fatalities', 'NO_VALUE', 'nan'],
  ]);
});

test('a row that is refused for a mark has it in the report', async () => {
  const { problems } = await importRows(api, [{ ...battle, event_id_cnty: ' NA ' }]);
  expect(problems).toMatchObject([{ kind: 'BAD_ID', column: 'event_id_cnty', value: 'NA' }]);
  const settings = {
    dataset: { name: 'Marks Desk' },
    id: { column: 'ref' },
    statement: { column: 'account' },
  };
  const table = await importText(api, csv, 'ref,account\nm1,NA\nm2,\nNULL,Rain fell.\n', {
    settings,
  });
  expect(table.problems.map(({ line, kind, value }) => [line, kind, value])).toEqual([
    [2, 'NO_STATEMENT', 'NA'],
    [3, 'NO_STATEMENT', null],
    [4, 'BAD_ID', 'NULL'],
  ]);
});

test('in a gazetteer, the error of a formula is not a name', async () => {
  const units = 'ADM1_PCODE,ADM1_EN,ADM1_AR\nAD81,#N/A,\nAD82,Weir,#REF!\n';
  const { counts, problems } = await importText(api, unitsTable(','), units);
  expect([counts.rowsImported, counts.rowsRefused]).toEqual([1, 1]);
  expect(problems.map(({ line, kind }) => [line, kind])).toEqual([
    [2, 'NO_NAME'],
    [3, 'NO_VALUE'],
  ]);
});

test('in a gazetteer, NA is the name of a place and the code of Namibia', async () => {
  const place = ['77001', 'NA', 'NA', '', '-22.5', '17.1', 'P', 'PPL', 'NA', ...Array(10).fill('')];
  await importText(api, geonames, place.join('\t'));
  const { locations } = await api.data(
    `{
      locations(filter: { externalId: { system: "geonames", value: "77001" } }) {
        nodes { name parent { name } }
      }
    }`,
  );
  expect(locations.nodes).toEqual([{ name: 'NA', parent: { name: 'Namibia' } }]);
});
