import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures, refused } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

const update = async (type: string, id: string, input: object, rationale?: string) => {
  const { node } = await api.data(
    'query ($id: ID!) { node(id: $id) { ... on Record { version } } }',
    { id },
  );
  return (
    await api.data(
      `mutation ($id: ID!, $version: Int!, $input: Update${type}Input!, $rationale: String) {
        done: update${type}(
          id: $id, expectedVersion: $version, input: $input, rationale: $rationale
        ) { warnings { code message recordId } }
      }`,
      { id, version: node.version, input, rationale },
    )
  ).done;
};

const withNames = (...texts: string[]) => ({
  names: texts.map((text, i) => ({ text, kind: i === 0 ? 'PRIMARY' : 'ALIAS' })),
});
const ids = (...values: string[]) => ({
  externalIds: values.map((value) => ({ system: 'desk', value })),
});

describe('an update that makes a list shorter warns, with field and counts', () => {
  const warnings = async (type: string, id: string, input: object) =>
    (await update(type, id, input)).warnings.map(
      ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
    );
  const shortened = (field: string, before: string, after: number) =>
    `LIST_SHORTENED: ${field} had ${before} and has ${after} now. ` +
    'A list replaces the whole list.';

  test('of a claim', async () => {
    const [source, place, faction, report] = [
      await make.aSource(),
      await make.aLocation(),
      await make.aFaction(),
      await make.aReport(),
    ];
    const chain = [{ sourceId: source }, { sourceId: source }];
    const id = await make.aClaim({
      attributions: [{ chain }, { chain }],
      places: [{ locationId: place }, { locationId: place, role: 'FROM' }],
      parties: [
        { factionId: faction, role: 'ACTOR' },
        { factionId: faction, role: 'TARGET' },
      ],
      quantities: [
        { measure: 'PEOPLE_KILLED', min: 1 },
        { measure: 'PEOPLE_INJURED', min: 2 },
      ],
      citations: [{ reportId: report }],
      ...ids('c1', 'c2'),
    });
    expect(
      await warnings('Claim', id, { attributions: [{ chain }, { chain: [chain[0]] }] }),
    ).toEqual([shortened('attributions.1.chain', '2 items', 1)]);
    expect(await warnings('Claim', id, { attributions: [{ chain }] })).toEqual([
      shortened('attributions', '2 items', 1),
    ]);
    expect(
      await warnings('Claim', id, {
        places: [],
        parties: [{ factionId: faction, role: 'ACTOR' }],
        quantities: null,
        citations: null,
        ...ids('c1'),
      }),
    ).toEqual(
      expect.arrayContaining([
        shortened('places', '2 items', 0),
        shortened('parties', '2 items', 1),
        shortened('quantities', '2 items', 0),
        shortened('citations', '1 item', 0),
        shortened('externalIds', '2 items', 1),
      ]),
    );
  });

  test('of a source, a faction, a location and a report', async () => {
    const names = withNames('One', 'Two', 'Three');
    const [source, faction] = [
      await make.aSource(undefined, { ...names, ...ids('s1') }),
      await make.aFaction(undefined, { ...names, ...ids('f1') }),
    ];
    const areas = [await make.aLocation('A'), await make.aLocation('B'), await make.aLocation('C')];
    const location = await make.aLocation(undefined, {
      ...names,
      ...ids('l1'),
      alsoInIds: areas.slice(0, 2),
      overlapIds: areas.slice(2),
    });
    const report = await make.aReport({ authorIds: [source], ...ids('r1') });
    for (const [type, id] of [
      ['Source', source],
      ['Faction', faction],
      ['Location', location],
    ] as const)
      expect(await warnings(type, id, { ...withNames('One', 'Two'), externalIds: [] })).toEqual([
        shortened('names', '3 items', 2),
        shortened('externalIds', '1 item', 0),
      ]);
    expect(
      await warnings('Location', location, { alsoInIds: areas.slice(0, 1), overlapIds: null }),
    ).toEqual([shortened('alsoInIds', '2 items', 1), shortened('overlapIds', '1 item', 0)]);
    expect(await warnings('Report', report, { authorIds: null, externalIds: null })).toEqual([
      shortened('authorIds', '1 item', 0),
      shortened('externalIds', '1 item', 0),
    ]);
  });

  test('and no other update warns', async () => {
    const id = await make.aSource(undefined, withNames('One'));
    expect(await warnings('Source', id, withNames('One', 'Two'))).toEqual([]);
    expect(await warnings('Source', id, withNames('Three', 'Four'))).toEqual([]);
    expect(await warnings('Source', id, { role: 'a clerk' })).toEqual([]);
  });
});

describe('the rationale of an update', () => {
  const history = async (id: string) =>
    (
      await api.data(
        `query ($id: ID!) {
          node(id: $id) { ... on Record { history { nodes { version rationale } } } }
        }`,
        { id },
      )
    ).node.history.nodes;

  test('is in the history of the record, and the log commits to it', async () => {
    const id = await make.aFaction('Old');
    await update('Faction', id, withNames('New'), '  They renamed themselves. ');
    await update('Faction', id, withNames('Newer'));
    expect(await history(id)).toEqual([
      { version: 3, rationale: null },
      { version: 2, rationale: 'They renamed themselves.' },
      { version: 1, rationale: null },
    ]);
    const differing = `
      select rationale from write_log
      where rationale_digest is distinct from rationale_digest(rationale_salt, seq, rationale)`;
    const runner = api.database.createQueryRunner();
    try {
      await runner.query('begin; alter table write_log disable trigger user');
      expect(await runner.query(`${differing} and rationale is not null`)).toEqual([]);
      await runner.query(
        `update write_log set rationale = 'Another.' where rationale like 'They renamed%'`,
      );
      expect(await runner.query(`${differing} and rationale is not null`)).toEqual([
        { rationale: 'Another.' },
      ]);
    } finally {
      await runner.query('rollback');
      await runner.release();
    }
  });

  test('must be words, of at most 2,000 characters', async () => {
    const id = await make.aFaction();
    for (const rationale of [' ', 'x'.repeat(2_001)])
      await refused(
        api,
        { code: 'BAD_USER_INPUT', path: 'rationale' },
        `mutation ($id: ID!, $rationale: String) {
          updateFaction(id: $id, expectedVersion: 1, input: {}, rationale: $rationale) {
            faction { id }
          }
        }`,
        { id, rationale },
      );
  });
});
