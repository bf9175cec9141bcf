import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';

let api: Api;
let town: string;
let region: string;
const claim: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi('ledger');
  const { aLocation, aReport, aSource, aClaim } = fixtures(api);
  town = await aLocation('Town', { point: { lat: 32.5, lon: 36.25 }, geoPrecision: 'EXACT' });
  region = await aLocation('Region');
  const [reportId, sourceId] = [await aReport(), await aSource()];
  const write = async (name: string, input: object) => {
    claim[name] = await aClaim({ reportId, sourceId, kind: 'AIRSTRIKE', ...input });
  };
  const atTown = [{ locationId: town }];
  const occurred = { edtf: '2020-05-01' };
  await write('said', { places: atTown, occurred });
  await write('repeated', { places: atTown, occurred });
  await write('feared', { places: atTown, modality: 'FEARED' });
  await write('nearby', {
    places: [{ locationId: town, point: { lat: 32.75, lon: 36.5 }, geoPrecision: 'DISTRICT' }],
    occurred: { edtf: '2020-05~', earliest: '2020-05-01', latest: '2020-05-31', basis: 'INFERRED' },
  });
  await write('both', { places: [...atTown, { locationId: region }], kind: 'LOOTING' });
  await write('placeless', {});
  await write('false', { places: atTown });
  await write('withdrawn', { places: atTown });
  await api.data(
    `mutation ($link: ClaimLinkInput!, $assessment: AssessmentInput!) {
      linkClaims(input: $link) { link { id } }
      assessClaim(claimId: "${claim.false}", input: $assessment) { claim { status } }
      withdrawClaim(id: "${claim.withdrawn}", expectedVersion: 1, rationale: "Not said.") {
        warnings { code }
      }
    }`,
    {
      link: {
        fromId: claim.repeated,
        toId: claim.said,
        kind: 'REPEATS',
        rationale: 'The same strike.',
      },
      assessment: { status: 'REFUTED', credibility: 'FIVE', rationale: 'The town is intact.' },
    },
  );
});
afterAll(() => api.stop());

const marks = async (args: object, selection: string) =>
  (
    await api.data(
      `query ($filter: ClaimFilter, $by: [ClaimMarkKey!], $first: Int) {
        claimMarks(filter: $filter, by: $by, first: $first) {
          total leftOut truncated marks { count modality ${selection} }
        }
      }`,
      { by: ['PLACE'], first: 100, ...args },
    )
  ).claimMarks;

const atTown = { lat: 32.5, lon: 36.25, geoPrecision: 'EXACT' };
const unknown = { lat: null, lon: null, geoPrecision: null };

describe('marks', () => {
  test('by place have the claim’s own point and precision before those of the place', async () => {
    const { total, marks: found } = await marks({}, 'location { id } lat lon geoPrecision');
    const said = { modality: 'ASSERTED', location: { id: town } };
    expect(total).toBe(5);
    expect(found).toEqual([
      // The two claims about one strike count once, and the claim about two places at each.
      { ...said, ...atTown, count: 2 },
      { ...said, ...atTown, modality: 'FEARED', count: 1 },
      { ...said, lat: 32.75, lon: 36.5, geoPrecision: 'DISTRICT', count: 1 },
      { ...said, ...unknown, location: { id: region }, count: 1 },
      { ...said, ...unknown, location: null, count: 1 },
    ]);
  });

  test('by time have the range of days, and say what is doubtful about it', async () => {
    const { marks: found } = await marks(
      { by: ['TIME'], filter: { modality: ['ASSERTED'] } },
      'earliest latest extent isInferred isVague',
    );
    const time = { modality: 'ASSERTED', extent: 'WITHIN', isInferred: false, isVague: false };
    expect(found).toEqual([
      {
        ...{ modality: 'ASSERTED', count: 2, earliest: null, latest: null },
        ...{ extent: null, isInferred: null, isVague: null },
      },
      { ...time, earliest: '2020-05-01', latest: '2020-05-01', count: 1 },
      {
        ...{ ...time, earliest: '2020-05-01', latest: '2020-05-31', count: 1 },
        ...{ isInferred: true, isVague: true },
      },
    ]);
  });

  test('never count a fear among events, in any grouping', async () => {
    expect(await marks({ by: [] }, 'kind')).toMatchObject({
      marks: [
        { count: 4, modality: 'ASSERTED', kind: null },
        { count: 1, modality: 'FEARED', kind: null },
      ],
    });
    const strikes = await marks({ by: ['KIND'], filter: { kind: ['AIRSTRIKE'] } }, 'kind');
    expect(strikes.marks).toEqual([{ count: 3, modality: 'ASSERTED', kind: 'AIRSTRIKE' }]);
  });

  test('leave out refuted claims unless a status asks for them, and say so', async () => {
    expect(await marks({ by: [] }, '')).toMatchObject({ total: 5, leftOut: 1 });
    const refuted = await marks({ by: [], filter: { status: ['REFUTED'] } }, '');
    expect(refuted).toMatchObject({ total: 1, leftOut: 0 });
  });

  test('are limited, and say when there are more', async () => {
    expect(await marks({ first: 1 }, 'lat')).toMatchObject({
      truncated: true,
      marks: [{ count: 2, lat: 32.5 }],
    });
    for (const first of [0, 4_001])
      expect((await api.ask(`{ claimMarks(first: ${first}) { total } }`)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', issues: [{ path: ['first'] }] } },
      ]);
  });

  test('refuse a filter that asks for withdrawn claims', async () => {
    const { errors } = await api.ask('{ claimMarks(filter: { withdrawn: ONLY }) { total } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
