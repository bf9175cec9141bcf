import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileOf, importPath, ucdpFile } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { changeLogged } from '../testing/change-database.ts';
import { exportText } from '../testing/exports.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi('ledger');
});
afterAll(() => api.stop());

let lastId = 7_000;
/** Imports a new event. @returns its id in the file, and a function that imports it again. */
async function anEvent(columns: Record<string, string> = {}) {
  lastId += 1;
  const event = { id: String(lastId), ...columns };
  const importAs = (release: string, changed: Record<string, string> = {}) =>
    importPath(api, 'ucdp', fileOf(ucdpFile({ ...event, ...changed })), { release });
  await importAs('19.1');
  return { value: event.id, importAs };
}

const claimOf = async (value: string) =>
  (
    await api.data(
      `query ($value: String!) {
        record(type: CLAIM, externalId: { system: "ucdp-event", value: $value }) {
          ... on Claim {
            id version statement status credibility aggregate
            assessments { status rationale }
            quantities { measure best min max partOf }
            parties { role faction { id } }
            corrections { field imported current by }
          }
        }
      }`,
      { value },
    )
  ).record;

const update = async (value: string, input: object) => {
  const { id, version } = await claimOf(value);
  await api.data(
    `mutation ($id: ID!, $version: Int!, $input: UpdateClaimInput!) {
      updateClaim(id: $id, expectedVersion: $version, input: $input) { claim { id } }
    }`,
    { id, version, input },
  );
  return id;
};

const assess = async (value: string, status: string) => {
  const { id } = await claimOf(value);
  await api.data(
    `mutation ($id: ID!, $input: AssessmentInput!) {
      assessClaim(claimId: $id, input: $input) { claim { id } }
    }`,
    { id, input: { status, credibility: 'TWO', rationale: 'Two witnesses were heard.' } },
  );
  return id;
};

/** The verdict that the ClaimReview of a claim publishes. */
const verdictOf = async (id: string) =>
  JSON.parse(await exportText(api, 'claimreview'))['@graph'].find(
    ({ identifier }: { identifier: string }) => identifier === id,
  )?.reviewRating;

const conflictsOf = async (id: string, filter: object = {}) =>
  (
    await api.data(
      `query ($filter: ImportConflictFilter) {
        importConflicts(filter: $filter) {
          totalCount
          nodes {
            id kind state recordType field value fileValue format release file line
            record { id } resolution { by rationale }
          }
        }
      }`,
      { filter: { record: [id], ...filter } },
    )
  ).importConflicts.nodes;

const resolve = (id: string, choice: string) =>
  api.ask(
    `mutation ($id: ID!, $choice: ConflictChoice!) {
      resolveImportConflict(id: $id, choice: $choice, rationale: "As the desk agreed.") {
        conflict { state resolution { rationale } }
      }
    }`,
    { id, choice },
  );

describe('a newer release', () => {
  test('keeps the assessment of a claim, its status and its credibility', async () => {
    const { value, importAs } = await anEvent();
    const id = await assess(value, 'VERIFIED');
    const verdict = await verdictOf(id);
    const { changed } = await importAs('23.1', { best: '4' });
    expect(changed.claims).toBe(1);
    expect(await claimOf(value)).toMatchObject({
      status: 'VERIFIED',
      credibility: 'TWO',
      assessments: [{ status: 'VERIFIED' }],
      quantities: expect.arrayContaining([expect.objectContaining({ best: 4 })]),
    });
    expect(verdict).toBeDefined();
    expect(await verdictOf(id)).toEqual(verdict);
  });

  test('keeps a corrected value, lists the difference, and changes the rest', async () => {
    const { value, importAs } = await anEvent();
    const id = await update(value, { statement: 'Three people died at the mill.' });
    const { conflicts, problems, list } = await importAs('23.1', {
      where_coordinates: 'Old Millbrook town',
      event_clarity: '2',
    });
    expect(await claimOf(value)).toMatchObject({
      statement: 'Three people died at the mill.',
      aggregate: true,
    });
    expect([conflicts, problems]).toEqual([1, {}]);
    expect(list).toEqual([
      expect.objectContaining({ kind: 'CONFLICT', line: 2, column: 'statement', refused: false }),
    ]);
    expect(await conflictsOf(id)).toEqual([
      {
        id: expect.stringMatching(/^cfl_/),
        kind: 'IMPORT_CONFLICT',
        state: 'OPEN',
        recordType: 'CLAIM',
        field: 'statement',
        value: 'Three people died at the mill.',
        fileValue: expect.stringContaining('Millbrook'),
        format: 'ucdp',
        release: '23.1',
        file: 'file.csv',
        line: 2,
        record: { id },
        resolution: null,
      },
    ]);
  });

  test('keeps a list of which a person changed one item', async () => {
    const { value, importAs } = await anEvent();
    const id = await update(value, { quantities: [{ measure: 'PEOPLE_KILLED', best: 7 }] });
    await importAs('23.1', { best: '4', event_clarity: '2' });
    const claim = await claimOf(value);
    expect(claim.quantities).toEqual([expect.objectContaining({ best: 7, min: null })]);
    expect(claim.aggregate).toBe(true);
    const [conflict] = await conflictsOf(id);
    expect(conflict).toMatchObject({
      field: 'quantities',
      value: [{ measure: 'PEOPLE_KILLED', best: 7 }],
      fileValue: expect.arrayContaining([expect.objectContaining({ best: 4 })]),
    });
    expect(claim.corrections).toEqual([
      {
        field: 'quantities',
        imported: expect.arrayContaining([expect.objectContaining({ best: 4 })]),
        current: [expect.objectContaining({ best: 7 })],
        by: 'local',
      },
    ]);
  });
});

describe('resolving', () => {
  test('KEEP leaves the record, and the same value is not listed again', async () => {
    const { value, importAs } = await anEvent();
    const id = await update(value, { statement: 'Kept.' });
    await importAs('23.1', { where_coordinates: 'Elsewhere' });
    const [conflict] = await conflictsOf(id);
    const { data } = await resolve(conflict.id, 'KEEP');
    expect(data.resolveImportConflict.conflict).toEqual({
      state: 'KEPT',
      resolution: { rationale: 'As the desk agreed.' },
    });
    expect(
      (await importAs('24.1', { where_coordinates: 'Elsewhere', event_clarity: '2' })).conflicts,
    ).toBe(0);
    expect((await importAs('25.1', { where_coordinates: 'Nowhere', best: '4' })).conflicts).toBe(1);
    expect((await claimOf(value)).statement).toBe('Kept.');
  });

  test('TAKE takes the value of the file, which later releases change again', async () => {
    const { value, importAs } = await anEvent();
    const id = await update(value, { quantities: [], statement: 'Mine.' });
    await importAs('23.1', { best: '4', where_coordinates: 'Elsewhere' });
    for (const conflict of await conflictsOf(id)) {
      const { errors } = await resolve(conflict.id, 'TAKE');
      expect(errors).toBeUndefined();
    }
    const taken = await claimOf(value);
    expect(taken.statement).toContain('Elsewhere');
    expect(taken.quantities).toContainEqual(expect.objectContaining({ best: 4 }));
    expect(taken.corrections).toEqual([]);
    expect((await importAs('24.1', { best: '5' })).conflicts).toBe(0);
    expect((await claimOf(value)).quantities).toContainEqual(expect.objectContaining({ best: 5 }));
  });

  test('TAKE is refused if the value has changed since, and changes nothing', async () => {
    const { value, importAs } = await anEvent();
    const id = await update(value, { statement: 'First.' });
    await importAs('23.1', { where_coordinates: 'Elsewhere' });
    const [conflict] = await conflictsOf(id);
    await update(value, { statement: 'Second.' });
    const { errors } = await resolve(conflict.id, 'TAKE');
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect((await claimOf(value)).statement).toBe('Second.');
    expect((await resolve(conflict.id, 'KEEP')).errors).toBeUndefined();
    expect((await resolve(conflict.id, 'KEEP')).errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  test('conflicts that cannot be taken do not keep others from being taken', async () => {
    const [stale, fresh] = [await anEvent(), await anEvent()];
    const ids = [];
    for (const { value, importAs } of [stale, fresh]) {
      ids.push(await update(value, { statement: 'Mine.' }));
      await importAs('23.1', { where_coordinates: 'Elsewhere' });
    }
    await update(stale.value, { statement: 'Changed since.' });
    // More of them than one mutation resolves, all listed before the other one.
    await changeLogged(
      api.database,
      `insert into import_conflict
       select (jsonb_populate_record(c, jsonb_build_object(
         'id', md5(c.id::text || n)::uuid, 'format', 'file ' || n))).*
       from import_conflict c, generate_series(1, 1000) n
       where c.claim_id = $1 and c.state = 'OPEN'`,
      [ids[0].slice(4)],
    );
    const { resolveImportConflicts } = await api.data(
      `mutation ($input: ResolveImportConflictsInput!) {
        resolveImportConflicts(input: $input) { resolved skipped remaining }
      }`,
      { input: { filter: { record: ids }, choice: 'TAKE', rationale: 'By rule.' } },
    );
    expect(resolveImportConflicts).toEqual({ resolved: 1, skipped: 999, remaining: 2 });
    expect((await claimOf(fresh.value)).statement).toContain('Elsewhere');
  }, 60_000);
});

test('conflicts are found by the external id of their record', async () => {
  const { value, importAs } = await anEvent();
  const id = await update(value, { statement: 'As the desk words it.' });
  await importAs('23.1', { best: '4' });
  const conflictsOn = (externalId: object) => reviewOf(api).conflicts({ externalId });
  const found = await conflictsOn({ system: 'ucdp-event', value });
  expect(found).toMatchObject([{ field: 'statement', record: { id } }]);
  expect(await conflictsOn({ system: 'ucdp-event', value: 'none' })).toEqual([]);
});
