import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { refused } from './fixtures.ts';

let api: Api;
/** A record of each type, and what hangs on them. */
const id: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi('sample');
  const found = await api.data(`{
    claims(first: 1, filter: { link: { kind: [CORROBORATES] } }) { nodes { id links { id } report { id } } }
    sources(first: 1) { nodes { id } } factions(first: 1) { nodes { id } } locations(first: 1) { nodes { id names { id } } }
  }`);
  id.claim = found.claims.nodes[0].id;
  id.link = found.claims.nodes[0].links[0].id;
  id.report = found.claims.nodes[0].report.id;
  id.source = found.sources.nodes[0].id;
  id.faction = found.factions.nodes[0].id;
  id.location = found.locations.nodes[0].id;
  id.name = found.locations.nodes[0].names[0].id;
});
afterAll(() => api.stop());

const types = ['report', 'source', 'faction', 'location', 'claim'];
const lists = types.map((type) => `${type}s`);
const nowhere = '01900000-0000-7000-8000-000000000000';
const prefixOf = (type: string) => id[type]!.slice(0, 4);
const bad = (path: string) => ({ code: 'BAD_USER_INPUT', path });

describe('an id', () => {
  test.each(types)('of no %s is not found', async (type) => {
    const unknown = prefixOf(type) + nowhere;
    const { data, errors } = await refused(
      api,
      { code: 'NOT_FOUND', path: 'id' },
      `query ($id: ID!) { ${type}(id: $id) { id } }`,
      {
        id: unknown,
      },
    );
    expect(data).toEqual({ [type]: null });
    expect(errors![0]!.message).toContain(unknown);
    await refused(
      api,
      { code: 'NOT_FOUND', path: 'id' },
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: unknown },
    );
  });

  test.each(types)('of another type than %s is told apart', async (type) => {
    const other = type === 'report' ? 'claim' : 'report';
    const { errors } = await refused(
      api,
      bad('id'),
      `query ($id: ID!) { ${type}(id: $id) { id } }`,
      { id: id[other] },
    );
    expect(errors![0]!.message).toContain(`is a ${other}'s id`);
    for (const hanging of ['link', 'name'])
      await refused(api, bad('id'), `query ($id: ID!) { ${type}(id: $id) { id } }`, {
        id: id[hanging],
      });
  });

  test.each([
    '',
    'clm_',
    'clm_1',
    nowhere,
    `xyz_${nowhere}`,
    `clm_${nowhere}0`,
    "clm_'; select 1",
    'clm_\u0000',
    '\ud800',
  ])('that is none is refused: %j', async (text) => {
    await refused(api, bad('id'), 'query ($id: ID!) { claim(id: $id) { id } }', { id: text });
    await refused(api, bad('id'), 'query ($id: ID!) { node(id: $id) { id } }', { id: text });
  });

  test('in a filter is blamed where it stands', async () => {
    const ask = (filter: object) =>
      [
        'query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }',
        { filter },
      ] as const;
    await refused(api, bad('filter.id.1'), ...ask({ id: [id.claim, id.report] }));
    await refused(api, bad('filter.place.id.0'), ...ask({ place: { id: [id.claim] } }));
    await refused(api, bad('filter.party.faction.0'), ...ask({ party: { faction: [id.source] } }));
    await refused(
      api,
      bad('filter.speaker.source.0'),
      ...ask({ speaker: { source: [id.faction] } }),
    );
    await refused(api, bad('filter.link.to'), ...ask({ link: { to: id.link } }));
    await refused(
      api,
      bad('filter.report.publisher.0'),
      ...ask({ report: { publisher: [id.report] } }),
    );
    await refused(
      api,
      bad('filter.and.0.not.id.0'),
      ...ask({ and: [{ not: { id: ['nothing'] } }] }),
    );
    await refused(
      api,
      bad('claims.filter.id.0'),
      'query ($id: ID!, $no: [ID!]) { report(id: $id) { claims(filter: { id: $no }) { ' +
        'totalCount } } }',
      { id: id.report, no: [id.report] },
    );
  });
});

describe('a page', () => {
  const sizes = [0, -1, 101, 2147483647].flatMap((size) =>
    ['first', 'last'].map((side) => [side, size] as const),
  );

  test.each(sizes)('of %s: %i is refused in every list', async (side, size) => {
    for (const list of lists)
      await refused(api, bad(side), `query ($n: Int) { ${list}(${side}: $n) { nodes { id } } }`, {
        n: size,
      });
  });

  test.each(sizes)('of %s: %i is refused in nested lists', async (side, size) => {
    const nested: [string, string][] = [
      ['report', 'claims'],
      ['source', 'claims'],
      ['source', 'reports'],
      ['faction', 'claims'],
      ['location', 'claims'],
      ['location', 'children'],
      ...types.map((type): [string, string] => [type, 'history']),
    ];
    for (const [type, list] of nested)
      await refused(
        api,
        bad(`${list}.${side}`),
        `query ($id: ID!, $n: Int) { ${type}(id: $id) { ${list}(${side}: $n) { totalCount } } }`,
        {
          id: id[type],
          n: size,
        },
      );
  });

  test.each([0, -1, 101])(
    'of first: %i is refused in lists that are no connections',
    async (size) => {
      const nested: [string, string, string][] = [
        ['claim', 'links', 'id'],
        ['claim', 'assessments', 'at'],
        ['source', 'ratings', 'at'],
        ['source', 'affiliations', 'id'],
        ['faction', 'relations', 'id'],
      ];
      for (const [type, list, field] of nested)
        await refused(
          api,
          bad(`${list}.first`),
          `query ($id: ID!, $n: Int!) { ${type}(id: $id) { ${list}(first: $n) { ${field} } } }`,
          {
            id: id[type],
            n: size,
          },
        );
    },
  );

  test('takes first or last, not both', async () => {
    for (const list of lists)
      await refused(api, bad('last'), `{ ${list}(first: 1, last: 1) { nodes { id } } }`);
    await refused(
      api,
      bad('claims.last'),
      'query ($id: ID!) { report(id: $id) { claims(first: 1, last: 1) { totalCount } } }',
      {
        id: id.report,
      },
    );
  });
});

describe('a cursor', () => {
  const cursorOf = async (field: string): Promise<string> => {
    const data = await api.data(`{ list: ${field} { edges { cursor } } }`);
    return data.list.edges[0].cursor;
  };
  const after = async (list: string, cursor: string, more = '') => {
    for (const side of ['after', 'before'])
      await refused(
        api,
        bad(side),
        `query ($cursor: String) { ${list}(${side}: $cursor${more}) { nodes { id } } }`,
        { cursor },
      );
  };

  test.each([
    '',
    'x',
    'not a cursor',
    '!!!!',
    'AAAA',
    '\u0000',
    '🙂',
    'eyJpZCI6MX0',
    'a'.repeat(10_000),
  ])('that is none is refused: %.20j', async (text) => {
    await after('claims', text);
  });

  test('of another list, order, direction or type is refused', async () => {
    const ofClaims = await cursorOf('claims(first: 1)');
    await after('reports', ofClaims);
    await after('sources', ofClaims);
    await after('claims', ofClaims, ', orderBy: { by: RECORDED }');
    await after('claims', ofClaims, ', orderBy: { by: OCCURRED, direction: ASC }');
    await after('claims', await cursorOf('sources(first: 1)'));
    const nested = await api.data(
      '{ reports { nodes { claims(first: 1) { edges { cursor } } } } }',
    );
    await after('claims', nested.reports.nodes[0].claims.edges[0].cursor);
    await refused(
      api,
      bad('claims.after'),
      'query ($id: ID!, $c: String) { report(id: $id) { claims(after: $c) { totalCount } } }',
      {
        id: id.report,
        c: ofClaims,
      },
    );
  });

  test('that was tampered with is refused, not sent to the database', async () => {
    const cursor = await cursorOf('claims(first: 1)');
    const parts = cursor.split('~');
    const forged = (change: Record<number, string>) =>
      parts.map((part, i) => change[i] ?? part).join('~');
    await after('claims', forged({ 2: '2018-99-99' }));
    await after('claims', forged({ 2: "2018-07-14'" }));
    await after('claims', forged({ 1: '2' }));
    await after('claims', forged({ 1: nowhere.slice(1) }));
    await after('claims', [...parts, nowhere].join('~'));
    const named = (await cursorOf('sources(first: 1, orderBy: { by: NAME })'))
      .split('~')
      .slice(0, 2);
    // All of these have a name, so a place has one too.
    await after('sources', named.join('~'), ', orderBy: { by: NAME }');
    for (const key of ['4', 'zz', '00', 'ff', '4a4A'])
      await after('sources', [...named, key].join('~'), ', orderBy: { by: NAME }');
  });
});

describe('a filter', () => {
  const claims = (filter: object) =>
    [
      'query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }',
      { filter },
    ] as const;

  test('looks for a text of a thousand characters, whatever they take, and of no more', async () => {
    for (const sign of ['x', '🕊']) {
      expect((await api.data(...claims({ text: sign.repeat(1_000) }))).claims.totalCount).toBe(0);
      await refused(api, bad('filter.text'), ...claims({ text: sign.repeat(1_001) }));
    }
  });

  test.each([
    [{ from: '2018-07-02', to: '2018-07-01' }, 'to'],
    [{ from: '2018-02-30' }, 'from'],
    [{ to: '2018-13-01' }, 'to'],
    [{ to: '2018' }, 'to'],
    [{ from: '' }, 'from'],
    [{ from: 'yesterday' }, 'from'],
    [{ from: '0000-01-01' }, 'from'],
  ])('whose period is %j blames its %s', async (period, key) => {
    await refused(api, bad(`filter.occurred.${key}`), ...claims({ occurred: period }));
    await refused(
      api,
      bad(`filter.or.0.reported.${key}`),
      ...claims({ or: [{ reported: period }] }),
    );
    await refused(
      api,
      bad(`filter.report.published.${key}`),
      ...claims({ report: { published: period } }),
    );
    await refused(
      api,
      bad(`filter.published.${key}`),
      'query ($filter: ReportFilter) { reports(filter: $filter) { totalCount } }',
      {
        filter: { published: period },
      },
    );
  });

  test('on relations takes only a day of the calendar', async () => {
    await refused(
      api,
      bad('relations.at'),
      'query ($id: ID!) { faction(id: $id) { relations(at: "2018-02-30") { id } } }',
      {
        id: id.faction,
      },
    );
  });

  test.each([
    [{ lat: 90.1, lon: 0, withinKm: 1 }, 'lat'],
    [{ lat: 0, lon: -180.5, withinKm: 1 }, 'lon'],
    [{ lat: 0, lon: 0, withinKm: 0 }, 'withinKm'],
    [{ lat: 0, lon: 0, withinKm: 20_000 }, 'withinKm'],
  ])('near %j blames its %s', async (near, key) => {
    await refused(api, bad(`filter.place.near.${key}`), ...claims({ place: { near } }));
  });

  test('of more than 100 conditions is refused', async () => {
    await refused(
      api,
      bad('filter.or.99'),
      ...claims({ or: Array.from({ length: 120 }, () => ({ aggregate: true })) }),
    );
  });

  test('with a text that cannot be stored is refused, nested too', async () => {
    for (const text of ['\u0000', '\ud800']) {
      await refused(api, bad('filter.text'), ...claims({ text }));
      await refused(
        api,
        bad('claims.filter.text'),
        'query ($id: ID!, $t: String) { report(id: $id) { claims(filter: { text: $t }) { ' +
          'totalCount } } }',
        {
          id: id.report,
          t: text,
        },
      );
    }
    await refused(
      api,
      bad('externalId.value'),
      '{ record(type: CLAIM, externalId: { system: "x", value: "\\u0000" }) { id } }',
    );
  });

  test('is held to what its input types ask, at the root and below it', async () => {
    for (const value of ['', ' 7', 'x'.repeat(201)]) {
      const filter = { externalId: { system: 'desk', value } };
      await refused(
        api,
        bad('externalId.value'),
        'query ($by: ExternalIdInput!) { record(type: CLAIM, externalId: $by) { id } }',
        {
          by: filter.externalId,
        },
      );
      await refused(api, bad('filter.externalId.value'), ...claims(filter));
      await refused(api, bad('filter.not.externalId.value'), ...claims({ not: filter }));
      await refused(
        api,
        bad('claims.filter.externalId.value'),
        'query ($id: ID!, $filter: ClaimFilter) { report(id: $id) { claims(filter: $filter) ' +
          '{ totalCount } } }',
        { id: id.report, filter },
      );
    }
  });
});

describe('a request', () => {
  const asked = async (query: string, variables: Record<string, unknown> = {}) => {
    const { status, errors, data } = await api.ask(query, variables);
    return { status, data, codes: errors?.map(({ extensions }) => extensions.code) };
  };
  const refusal = { status: 400, data: undefined, codes: ['BAD_USER_INPUT'] };

  test.each([
    ['that is no GraphQL', '{ claims { nodes { id }', {}],
    ['that is empty', '', {}],
    ['of an unknown field', '{ claims { nodes { truth } } }', {}],
    ['of an unknown argument', '{ claims(limit: 1) { totalCount } }', {}],
    ['of an unknown enum value', '{ claims(filter: { kind: [WAR] }) { totalCount } }', {}],
    ['with an unknown key in a filter', '{ claims(filter: { colour: 1 }) { totalCount } }', {}],
    ['without a needed argument', '{ claim { id } }', {}],
    [
      'without the version',
      'mutation { withdrawClaim(id: "clm_1", rationale: "x") { claim { id } } }',
      {},
    ],
    ['without a needed variable', 'query ($id: ID!) { claim(id: $id) { id } }', {}],
    [
      'with a variable of the wrong type',
      'query ($n: Int) { claims(first: $n) { totalCount } }',
      { n: 'many' },
    ],
    [
      'with an unknown enum value in a variable',
      'query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }',
      { f: { kind: ['WAR'] } },
    ],
    [
      'with an unknown key in a variable',
      'query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }',
      { f: { colour: 1 } },
    ],
    [
      'with a number too big for Int',
      'query ($n: Int) { claims(first: $n) { totalCount } }',
      { n: 2 ** 31 },
    ],
    [
      'with a language that is none',
      'query ($f: ReportFilter) { reports(filter: $f) { totalCount } }',
      { f: { language: ['no_such!'] } },
    ],
    [
      'of two operations without saying which',
      'query A { claims { totalCount } } query B { claims { totalCount } }',
      {},
    ],
  ])('%s is answered 400, BAD_USER_INPUT', async (_what, query, variables) => {
    expect(await asked(query, variables)).toEqual(refusal);
  });

  test('with one bad field of two answers the other, and says where the error is', async () => {
    const { status, data, errors } = await api.ask(
      'query ($id: ID!) { good: claims { totalCount } bad: claim(id: $id) { id } }',
      {
        id: `clm_${nowhere}`,
      },
    );
    expect([status, data]).toEqual([200, { good: { totalCount: 26 }, bad: null }]);
    expect(errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['bad'], 'NOT_FOUND'],
    ]);
  });
});
