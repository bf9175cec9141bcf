import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';
import { type Input, input, mutation, names, speakerPath, withdraw } from './references.testing.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

test('recordReport refers to records by id, external id and name', async () => {
  const externalId = (value: string) => ({ system: 'desk', value });
  const outlet = await make.aSource('Valley Courier', { externalIds: [externalId('s1')] });
  const writer = await make.aSource('R. Holt');
  const brigade = await make.aFaction('Third Column', { externalIds: [externalId('f1')] });
  const town = await make.aLocation('Millbrook', { externalIds: [externalId('l1')] });
  const cited = await make.aReport({ title: 'Earlier', externalIds: [externalId('r1')] });
  const claim = {
    attributions: [
      {
        chain: [
          { source: { name: 'R. Holt' }, report: { id: cited } },
          { source: { externalId: externalId('s1') } },
        ],
      },
    ],
    places: [{ location: { name: 'Millbrook' } }],
    parties: [{ faction: { externalId: externalId('f1') }, role: 'ACTOR' }],
    quantities: [{ measure: 'PEOPLE_KILLED', min: 1, faction: { name: 'Third Column' } }],
    citations: [{ report: { externalId: externalId('r1') } }],
  };
  const report = {
    publisher: { externalId: externalId('s1') },
    authors: [{ name: 'R. Holt' }, { id: writer }, { id: outlet }],
    dateline: { externalId: externalId('l1') },
    reprintOf: { externalId: externalId('r1') },
  };
  const { recordReport } = await api.data(mutation, input({}, claim, report));
  expect(recordReport.report).toMatchObject({
    publisher: { id: outlet },
    authors: [{ id: writer }, { id: outlet }],
    dateline: { id: town },
    reprintOf: { id: cited },
  });
  expect(recordReport.claims[0]).toEqual({
    attributions: [
      {
        chain: [
          { source: { id: writer }, report: { id: cited } },
          { source: { id: outlet }, report: null },
        ],
      },
    ],
    places: [{ location: { id: town } }],
    parties: [{ faction: { id: brigade } }],
    citations: [{ report: { id: cited } }],
    quantities: [{ of: { faction: { id: brigade } } }],
  });
});

describe('an external id', () => {
  test('that no record of the type has is refused', async () => {
    await make.aFaction('Any', { externalIds: [{ system: 'desk', value: '9' }] });
    const externalId = { system: 'desk', value: '9' };
    const blame = { code: 'NOT_FOUND', path: `${speakerPath}.externalId` };
    await refused(api, blame, mutation, input({ externalId }));
  });

  test('of a withdrawn record refers to it, with a warning, as its id does', async () => {
    const externalId = { system: 'desk', value: 'gone' };
    const id = await make.aSource('Gone', { externalIds: [externalId] });
    await withdraw(api, 'Source', id);
    for (const source of [{ externalId }, { id }]) {
      const { recordReport } = await api.data(mutation, input(source));
      expect(recordReport.warnings).toMatchObject([{ code: 'REFERS_TO_WITHDRAWN', recordId: id }]);
    }
  });
});

describe('a reference', () => {
  test('has exactly one field', async () => {
    const id = await make.aSource();
    for (const [source, path] of [
      [{}, speakerPath],
      [{ id, name: 'A source' }, speakerPath],
      [{ name: null }, `${speakerPath}.name`],
      ['A source', speakerPath],
    ] as const) {
      const answer = await api.ask(mutation, input(source as Input));
      const { message, extensions } = answer.errors![0]!;
      expect(extensions.code).toBe('BAD_USER_INPUT');
      expect(extensions.issues![0]!.path.join('.')).toBe(path);
      expect(message).not.toMatch(/OneOf|key|type/);
    }
  });

  test('is refused beside the deprecated id, and one of them is needed', async () => {
    const id = await make.aSource();
    const chain = (speaker: Input) => ({ attributions: [{ chain: [speaker] }] });
    const at = 'input.claims.0.attributions.0.chain.0';
    const both = { code: 'BAD_USER_INPUT', path: `${at}.sourceId` };
    const { aLocation } = make;
    await refused(api, both, mutation, input({}, chain({ source: { id }, sourceId: id })));
    const neither = { code: 'BAD_USER_INPUT', path: `${at}.source` };
    await refused(api, neither, mutation, input({}, chain({})));
    const publisher = { publisher: { id }, publisherId: await aLocation() };
    const path = 'input.report.publisherId';
    await refused(api, { code: 'BAD_USER_INPUT', path }, mutation, input({ id }, {}, publisher));
  });

  test('is refused together with all other problems of the input', async () => {
    const claim = {
      kind: 'OTHER',
      places: [{ location: { name: 'Nowhere' } }],
      parties: [{ faction: { externalId: { system: 'desk', value: 'none' } }, role: 'ACTOR' }],
      quantities: [{ measure: 'PEOPLE_KILLED' }],
    };
    const { errors } = await api.ask(mutation, input({ id: 'src_1' }, claim));
    expect(
      errors![0]!.extensions.issues!.map(({ path }) => path.slice(3).join('.')).sort(),
    ).toEqual([
      'attributions.0.chain.0.source.id',
      'parties.0.faction.externalId',
      'places.0.location.name',
      'quantities.0.min',
    ]);
  });

  test('uses one of at most 5,000 different names', async () => {
    const attributionsOf = (claim: number) =>
      Array.from({ length: 90 }, (_, i) => ({
        chain: Array.from({ length: 20 }, (_, j) => ({
          source: { name: `Voice ${claim} ${i} ${j}` },
        })),
      }));
    const variables = input({});
    const [claim] = variables.input.claims;
    const claims = [1, 2, 3].map((each) => ({ ...claim, attributions: attributionsOf(each) }));
    const blame = { code: 'BAD_USER_INPUT', path: 'input' };
    const { errors } = await refused(api, blame, mutation, {
      input: { ...variables.input, claims },
    });
    expect(errors![0]!.extensions.issues).toHaveLength(1);
  });

  test('costs no query of its own: all of an input are looked up at once', async () => {
    const many = Array.from({ length: 40 }, (_, i) => i);
    for (const i of many)
      await make.aSource(`Voice ${i}`, { externalIds: [{ system: 'voice', value: `${i}` }] });
    const speakers = (count: number) => ({
      attributions: many
        .slice(0, count)
        .flatMap((i) => [
          { chain: [{ source: { name: `Voice ${i}` } }] },
          { chain: [{ source: { externalId: { system: 'voice', value: `${i}` } } }] },
        ]),
    });
    const count = async (speakerCount: number) => {
      const variables = input({}, speakers(speakerCount));
      return (await api.statements(() => api.data(mutation, variables))).length;
    };
    expect(await count(40)).toBe(await count(1));
  });
});

test('other writes take references, too', async () => {
  const source = await make.aSource('Reference Desk');
  const report = await make.aReport({ externalIds: [{ system: 'desk', value: 'home' }] });
  const claim = await make.aClaim({
    reportId: undefined,
    report: { externalId: { system: 'desk', value: 'home' } },
    attributions: [{ chain: [{ source: { name: 'Reference Desk' } }] }],
  });
  const area = await make.aLocation('Wide Plain', { kind: 'DISTRICT' });
  const answer = await api.data(
    `mutation ($claim: ID!, $update: UpdateClaimInput!, $town: CreateLocationInput!, $area: ID!) {
      updateClaim(id: $claim, expectedVersion: 1, input: $update) {
        claim { report { id } places { location { id } } attributions { chain { source { id } } } }
      }
      createLocation(input: $town) { location { parent { id } alsoIn { id } } }
      addName(
        recordId: $area, name: { text: "Plain", kind: ALIAS, source: { name: "reference desk" } }
      ) {
        record { ... on Location { names { text source { id } } } }
      }
    }`,
    {
      claim,
      area,
      update: { places: [{ location: { name: 'wide plain' } }] },
      town: {
        kind: 'COMMUNITY',
        names: names('Edgeton'),
        parent: { name: 'Wide Plain' },
        alsoIn: [{ id: area }],
      },
    },
  );
  expect(answer).toEqual({
    updateClaim: {
      claim: {
        report: { id: report },
        places: [{ location: { id: area } }],
        attributions: [{ chain: [{ source: { id: source } }] }],
      },
    },
    createLocation: { location: { parent: { id: area }, alsoIn: [{ id: area }] } },
    addName: {
      record: {
        names: [
          { text: 'Wide Plain', source: null },
          { text: 'Plain', source: { id: source } },
        ],
      },
    },
  });
});
