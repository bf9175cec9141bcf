import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { exportText, linesOf } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { csvOf } from '../testing/imports.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

const conflicts = async (filter: object = {}) =>
  (
    await api.data(
      `query ($filter: ImportConflictFilter) {
        importConflicts(filter: $filter, first: 100) {
          nodes { id state field value fileValue format record { id } }
        }
      }`,
      { filter },
    )
  ).importConflicts.nodes;

const resolveAll = async (filter: object, choice: 'KEEP' | 'TAKE') =>
  (
    await api.data(
      `mutation ($input: ResolveImportConflictsInput!) {
        resolveImportConflicts(input: $input) { resolved skipped remaining }
      }`,
      { input: { filter, choice, rationale: 'By the rule of the desk.' } },
    )
  ).resolveImportConflicts;

const update = async (type: string, id: string, input: object) => {
  const { node } = await api.data(
    'query ($id: ID!) { node(id: $id) { ... on Record { version } } }',
    { id },
  );
  await api.data(
    `mutation ($id: ID!, $version: Int!, $input: Update${type}Input!) {
      update${type}(id: $id, expectedVersion: $version, input: $input) { warnings { code } }
    }`,
    { id, version: node.version, input },
  );
};

const idOf = async (type: string, system: string, value: string): Promise<string> =>
  (
    await api.data(
      `query ($type: RecordType!, $id: ExternalIdInput!) {
        record(type: $type, externalId: $id) { id }
      }`,
      { type, id: { system, value } },
    )
  ).record.id;

const importEvents = (release: string, ...events: Record<string, string>[]) =>
  importPath(api, 'ucdp', fileOf(ucdpFile(...events)), { release });

const importLines = (to: Api, text: string) =>
  importPath(to, 'jsonl', fileOf(text, 'ledger.jsonl'), { force: true });

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
    const id = await idOf('LOCATION', 'ocha-pcode', 'C8001');
    await update('Location', id, {
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
    expect(await conflicts({ record: [id] })).toMatchObject([
      { field: 'names', fileValue: [{ text: 'Weir' }, { text: 'سد' }] },
      { field: 'point', value: { lat: 5, lon: 5 }, fileValue: { lat: 42, lon: 1 } },
    ]);
    expect(await resolveAll({ record: [id] }, 'TAKE')).toMatchObject({ resolved: 2, skipped: 0 });
    expect(await placeOf(id)).toMatchObject({
      names: [{ text: 'The Weir' }, { text: 'Weir' }, { text: 'سد' }],
      point: { lat: 42 },
    });
  });

  test('gives no external id back that a person took away', async () => {
    await importPlace('1', { ...row, pcode: 'C8002', name_en: 'Ford', name_ar: '' });
    const id = await idOf('LOCATION', 'ocha-pcode', 'C8002');
    await update('Location', id, { externalIds: [] });
    const later = { ...row, pcode: 'C8002', name_en: 'Ford', name_ar: '' };
    await importPlace('1', later);
    expect(await conflicts({ record: [id] })).toEqual([]);
    await importPlace('2', { ...later, latitude: '43' });
    expect(await placeOf(id)).toMatchObject({ externalIds: [], point: { lat: 43 } });
    expect(await conflicts({ record: [id] })).toMatchObject([
      { field: 'externalIds', fileValue: [{ system: 'ocha-pcode', value: 'C8002' }] },
    ]);
  });
});

describe('an older export of this ledger', () => {
  test('changes no judgement, link or protection that a person decided since', async () => {
    const { aClaim, aSource } = fixtures(api);
    const source = await aSource('A witness');
    const [claim, other] = [await aClaim({ sourceId: source }), await aClaim()];
    const link = (
      await api.data(
        `mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }`,
        { input: { fromId: claim, toId: other, kind: 'REPEATS', rationale: 'Same words.' } },
      )
    ).linkClaims.link.id;
    const backup = await exportText(api, 'jsonl');
    await api.data(
      `mutation ($claim: ID!, $source: ID!, $link: ID!) {
        assessClaim(
          claimId: $claim
          input: { status: REFUTED, credibility: FIVE, rationale: "The place was empty." }
        ) { warnings { code } }
        rateSource(sourceId: $source, input: { reliability: D, rationale: "Twice wrong." }) {
          warnings { code }
        }
        unlinkClaims(id: $link, rationale: "Other words.") { warnings { code } }
      }`,
      { claim, source, link },
    );
    await update('Source', source, { protection: 'PROTECTED' });
    await importLines(api, backup);
    const read = () =>
      api.data(
        `query ($claim: ID!, $source: ID!, $link: ID!) {
          claim(id: $claim) { status credibility assessments { rationale } links { id } }
          source(id: $source) { reliability protection ratings { reliability } }
          node(id: $link) { ... on ClaimLink { withdrawn { rationale } } }
        }`,
        { claim, source, link },
      );
    expect(await read()).toEqual({
      claim: {
        status: 'REFUTED',
        credibility: 'FIVE',
        assessments: [{ rationale: 'The place was empty.' }],
        links: [],
      },
      source: { reliability: 'D', protection: 'PROTECTED', ratings: [{ reliability: 'D' }] },
      node: { withdrawn: { rationale: 'Other words.' } },
    });
    const listed = await conflicts({ record: [claim, source] });
    expect(listed.map(({ field }: any) => field).sort()).toEqual([
      'credibility',
      `links.${link}`,
      'protection',
      'reliability',
      'status',
    ]);
    expect(await resolveAll({ record: [claim], field: ['status'] }, 'TAKE')).toMatchObject({
      resolved: 1,
    });
    expect((await read()).claim).toMatchObject({
      status: 'UNVERIFIED',
      credibility: 'FIVE',
      assessments: [{ rationale: 'By the rule of the desk.' }, {}],
    });
  });
});

describe('an export of another ledger', () => {
  test('brings its assessments, which change a claim that nobody assessed here', async () => {
    const desk = await startApi('ledger');
    const claim = await fixtures(desk).aClaim();
    const before = await exportText(desk, 'jsonl');
    await importLines(api, before);
    await desk.data(
      `mutation ($id: ID!) {
        assessClaim(
          claimId: $id
          input: { status: VERIFIED, credibility: ONE, rationale: "Filmed." }
        ) { warnings { code } }
      }`,
      { id: claim },
    );
    await importLines(api, await exportText(desk, 'jsonl'));
    await desk.stop();
    const read = async () =>
      (
        await api.data('query ($id: ID!) { claim(id: $id) { status assessments { rationale } } }', {
          id: claim,
        })
      ).claim;
    const verified = { status: 'VERIFIED', assessments: [{ rationale: 'Filmed.' }] };
    expect(await read()).toEqual(verified);
    await importLines(api, before);
    expect(await read()).toEqual(verified);
  });

  test('may hold corrections, so a data set does not change its values', async () => {
    const desk = await startApi('ledger');
    const event = { id: '8100', side_b: 'Green Band', side_b_new_id: '9810' };
    await importPath(desk, 'ucdp', fileOf(ucdpFile(event)), { release: '19.1' });
    const lines = linesOf(await exportText(desk, 'jsonl')).map((line) =>
      line.type === 'Claim' ? { ...line, statement: 'Corrected there.' } : line,
    );
    await desk.stop();
    await importLines(api, lines.map((line) => JSON.stringify(line)).join('\n'));
    await importEvents('23.1', { ...event, where_coordinates: 'Elsewhere' });
    const id = await idOf('CLAIM', 'ucdp-event', '8100');
    const { claim } = await api.data('query ($id: ID!) { claim(id: $id) { statement } }', { id });
    expect(claim.statement).toBe('Corrected there.');
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
  const id = await idOf('CLAIM', 'ucdp-event', '8300');
  await update('Claim', id, { statement: 'Corrected.' });
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
  const id = await idOf('CLAIM', 'ucdp-event', '8400');
  await update('Claim', id, { aggregate: true });
  await importEvents('20.1', { id: '8400', high: '6' });
  expect(await conflicts({ record: [id] })).toMatchObject([{ field: 'aggregate', state: 'OPEN' }]);
  await importEvents('21.1', { id: '8400', event_clarity: '2' });
  expect(await conflicts({ record: [id], state: ['SETTLED'] })).toHaveLength(1);
  expect(await conflicts({ record: [id] })).toEqual([]);
});

test('many conflicts are resolved by a rule; those changed since stay open', async () => {
  const numbers = ['8501', '8502', '8503'];
  await importEvents('19.1', ...numbers.map((id) => ({ id })));
  const ids = await Promise.all(numbers.map((value) => idOf('CLAIM', 'ucdp-event', value)));
  for (const id of ids) await update('Claim', id, { statement: 'Corrected.' });
  await importEvents('23.1', ...numbers.map((id) => ({ id, where_coordinates: 'Elsewhere' })));
  await update('Claim', ids[0]!, { statement: 'Corrected again.' });
  const rule = { record: ids, field: ['statement'], format: ['ucdp'], recordType: ['CLAIM'] };
  expect(await resolveAll(rule, 'TAKE')).toEqual({ resolved: 2, skipped: 1, remaining: 0 });
  expect(await conflicts({ record: ids })).toMatchObject([{ record: { id: ids[0] } }]);
  expect(await resolveAll(rule, 'KEEP')).toMatchObject({ resolved: 1 });
});
