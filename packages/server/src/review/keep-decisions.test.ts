import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';
import { csvOf } from '../testing/imports.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
let review: ReturnType<typeof reviewOf>;
beforeAll(async () => {
  api = await startApi('ledger');
  review = reviewOf(api);
});
afterAll(() => api.stop());

const importEvents = (release: string, ...events: Record<string, string>[]) =>
  importPath(api, 'ucdp', fileOf(ucdpFile(...events)), { release });

describe('a gazetteer', () => {
  const areas = [1, 2, 3].flatMap((n) => [`adm${n}_en`, `adm${n}_pcode`]);
  const columns = ['pcode', 'name_en', 'name_ar', 'latitude', 'longitude', ...areas];
  const importPlace = (release: string, columnsOfPlace: Record<string, string>) =>
    importPath(
      api,
      'gazetteer',
      fileOf(csvOf(columns, [{ adm1_en: 'North', adm1_pcode: 'AD01', ...columnsOfPlace }])),
      { release },
    );
  const placeOf = async (id: string) =>
    (
      await api.data(
        `query ($id: ID!) {
          location(id: $id) {
            names { text } point { lat } externalIds { system }
            corrections { field imported current }
          }
        }`,
        { id },
      )
    ).location;
  const row = { pcode: 'C8001', name_en: 'Weir', name_ar: 'سد', latitude: '41', longitude: '1' };

  test('adds no name again that a person removed, and none that a person corrected', async () => {
    await importPlace('1', row);
    const id = await review.idOf('LOCATION', 'ocha-pcode', 'C8001');
    await review.update('Location', id, {
      names: [{ text: 'The Weir', kind: 'PRIMARY' }],
      point: { lat: 5, lon: 5 },
    });
    await importPlace('2', { ...row, latitude: '42' });
    expect(await placeOf(id)).toMatchObject({
      names: [{ text: 'The Weir' }],
      point: { lat: 5 },
      corrections: [
        { field: 'names', current: [expect.objectContaining({ text: 'The Weir' })] },
        { field: 'point', imported: { lat: 42, lon: 1 }, current: { lat: 5, lon: 5 } },
      ],
    });
    expect(await review.conflicts({ record: [id] })).toMatchObject([
      { field: 'names', fileValue: [{ text: 'Weir' }, { text: 'سد' }] },
      { field: 'point', value: { lat: 5, lon: 5 }, fileValue: { lat: 42, lon: 1 } },
    ]);
    expect(await review.resolveAll({ record: [id] }, 'TAKE')).toMatchObject({
      resolved: 2,
      skipped: 0,
    });
    expect(await placeOf(id)).toMatchObject({
      names: [{ text: 'The Weir' }, { text: 'Weir' }, { text: 'سد' }],
      point: { lat: 42 },
    });
  });

  test('lists a kind that differs from the kind that a person gave the place', async () => {
    const hill = { ...row, pcode: 'C8003', name_en: 'Hill', name_ar: '' };
    await importPlace('1', hill);
    const id = await review.idOf('LOCATION', 'ocha-pcode', 'C8003');
    const kindOf = async () =>
      (await api.data('query ($id: ID!) { location(id: $id) { kind } }', { id })).location.kind;
    const kind = await kindOf();
    await review.update('Location', id, { kind: 'FACILITY' });
    expect((await importPlace('2', { ...hill, latitude: '44' })).conflicts).toBe(1);
    expect(await kindOf()).toBe('FACILITY');
    expect(await review.conflicts({ record: [id] })).toMatchObject([
      { field: 'kind', value: 'FACILITY', fileValue: kind },
    ]);
    expect(await review.resolveAll({ record: [id] }, 'TAKE')).toMatchObject({ resolved: 1 });
    expect(await kindOf()).toBe(kind);
    expect((await importPlace('3', { ...hill, latitude: '45' })).conflicts).toBe(0);
  });

  test('gives no external id back that a person took away', async () => {
    await importPlace('1', { ...row, pcode: 'C8002', name_en: 'Ford', name_ar: '' });
    const id = await review.idOf('LOCATION', 'ocha-pcode', 'C8002');
    await review.update('Location', id, { externalIds: [] });
    const later = { ...row, pcode: 'C8002', name_en: 'Ford', name_ar: '' };
    await importPlace('1', later);
    expect(await review.conflicts({ record: [id] })).toEqual([]);
    await importPlace('2', { ...later, latitude: '43' });
    expect(await placeOf(id)).toMatchObject({ externalIds: [], point: { lat: 43 } });
    expect(await review.conflicts({ record: [id] })).toMatchObject([
      { field: 'externalIds', fileValue: [{ system: 'ocha-pcode', value: 'C8002' }] },
    ]);
  });
});

test('a claim that a person entered keeps its values, and gets what it lacks', async () => {
  const id = await fixtures(api).aClaim({
    statement: 'Entered by hand.',
    externalIds: [{ system: 'ucdp-event', value: '8200' }],
  });
  await importEvents('19.1', { id: '8200' });
  const { claim } = await api.data(
    `query ($id: ID!) {
      claim(id: $id) { statement report { title } occurred { edtf } quantities { best } }
    }`,
    { id },
  );
  expect(claim).toMatchObject({
    statement: 'Entered by hand.',
    report: { title: 'A report' },
    occurred: { edtf: '2021-03-01' },
    quantities: expect.arrayContaining([{ best: 3 }]),
  });
});

test('a withdrawn claim stays withdrawn, and the same file again lists nothing', async () => {
  await importEvents('19.1', { id: '8300' });
  const id = await review.idOf('CLAIM', 'ucdp-event', '8300');
  await review.update('Claim', id, { statement: 'Corrected.' });
  await api.data(
    `mutation ($id: ID!) {
      withdrawClaim(id: $id, expectedVersion: 2, rationale: "Twice.") { warnings { code } }
    }`,
    { id },
  );
  expect((await importEvents('19.1', { id: '8300' })).conflicts).toBe(0);
  await importEvents('23.1', { id: '8300', event_clarity: '2' });
  const { claim } = await api.data(
    'query ($id: ID!) { claim(id: $id) { withdrawn { rationale } statement aggregate } }',
    { id },
  );
  expect(claim).toEqual({
    withdrawn: { rationale: 'Twice.' },
    statement: 'Corrected.',
    aggregate: true,
  });
});

test('a conflict is settled when a later file agrees with the record', async () => {
  await importEvents('19.1', { id: '8400' });
  const id = await review.idOf('CLAIM', 'ucdp-event', '8400');
  await review.update('Claim', id, { aggregate: true });
  await importEvents('20.1', { id: '8400', high: '6' });
  expect(await review.conflicts({ record: [id] })).toMatchObject([
    { field: 'aggregate', state: 'OPEN' },
  ]);
  await importEvents('21.1', { id: '8400', event_clarity: '2' });
  expect(await review.conflicts({ record: [id], state: ['SETTLED'] })).toHaveLength(1);
  expect(await review.conflicts({ record: [id] })).toEqual([]);
});

test('many conflicts are resolved by a rule; those changed since stay open', async () => {
  const numbers = ['8501', '8502', '8503'];
  await importEvents('19.1', ...numbers.map((id) => ({ id })));
  const ids = await Promise.all(numbers.map((value) => review.idOf('CLAIM', 'ucdp-event', value)));
  for (const id of ids) await review.update('Claim', id, { statement: 'Corrected.' });
  await importEvents('23.1', ...numbers.map((id) => ({ id, where_coordinates: 'Elsewhere' })));
  await review.update('Claim', ids[0]!, { statement: 'Corrected again.' });
  const rule = { record: ids, field: ['statement'], format: ['ucdp'], recordType: ['CLAIM'] };
  expect(await review.resolveAll(rule, 'TAKE')).toEqual({ resolved: 2, skipped: 1, remaining: 0 });
  expect(await review.conflicts({ record: ids })).toMatchObject([{ record: { id: ids[0] } }]);
  expect(await review.resolveAll(rule, 'KEEP')).toMatchObject({ resolved: 1 });
});

test('conflicts are not resolved by a filter without a condition', async () => {
  await importEvents('19.1', { id: '8600' });
  const id = await review.idOf('CLAIM', 'ucdp-event', '8600');
  await review.update('Claim', id, { statement: 'Corrected.' });
  await importEvents('23.1', { id: '8600', where_coordinates: 'Elsewhere' });
  for (const filter of [{}, { field: null }, { and: [{}] }, { not: { or: [] } }]) {
    const { errors } = await api.ask(
      `mutation ($input: ResolveImportConflictsInput!) {
        resolveImportConflicts(input: $input) { resolved }
      }`,
      { input: { filter, choice: 'TAKE', rationale: 'By the rule of the desk.' } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: ['input', 'filter'] }],
    });
  }
  expect(await review.conflicts({ record: [id] })).toHaveLength(1);
});
