import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
/** A report and one of its two claims. */
const id: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi('ledger');
  const { aSource, aReport, aClaim } = fixtures(api);
  const externalIds = [{ system: 'desk', value: 'x' }];
  const sourceId = await aSource('Source');
  const reportId = await aReport({ externalIds });
  id.Report = reportId;
  id.Claim = await aClaim({ externalIds, sourceId, reportId });
  await aClaim({ sourceId, reportId });
});
afterAll(() => api.stop());

describe('an operation', () => {
  test('may select a field twice, and merges equal selections', async () => {
    const found = await api.data(
      `query ($report: ID!) {
        report(id: $report) {
          title
          one: claims(first: 1) { totalCount }
          one: claims(first: 1) { nodes { id } }
          all: claims { nodes { id kind } nodes { statement } edges { node { id } } }
          ...titled
        }
      }
      fragment titled on Report { called: title ...known }
      fragment known on Record { version ... on Report { kind } }`,
      { report: id.Report },
    );
    expect(found.report).toMatchObject({
      title: 'A report',
      called: 'A report',
      version: expect.any(Number),
      kind: 'ARTICLE',
      one: { totalCount: 2 },
    });
    expect(found.report.one.nodes).toHaveLength(1);
    expect(found.report.all.nodes.map((node: object) => Object.keys(node))).toEqual(
      Array(2).fill(['id', 'kind', 'statement']),
    );
    expect(Object.keys(found.report)).toEqual(['title', 'one', 'all', 'called', 'version', 'kind']);
  });

  test('applies @skip and @include by its variables each time', async () => {
    const query = `query ($id: ID!, $a: Boolean!, $b: Boolean = true) {
      report(id: $id) { id title @include(if: $a) kind @skip(if: $b) ... @include(if: $a) {
      version } ...more @skip(if: $a) claims @include(if: $a) { totalCount @skip(if: $b) } }
    }
    fragment more on Report { url }`;
    const keys = async (variables: object) =>
      Object.keys((await api.data(query, { id: id.Report, ...variables })).report);
    for (const _ of [1, 2]) {
      expect(await keys({ a: true })).toEqual(['id', 'title', 'version', 'claims']);
      expect(await keys({ a: false })).toEqual(['id', 'url']);
      expect(await keys({ a: false, b: false })).toEqual(['id', 'kind', 'url']);
      expect(await keys({ a: true, b: false })).toEqual([
        'id',
        'title',
        'kind',
        'version',
        'claims',
      ]);
    }
  });

  test('uses defaults, treats null as omitted, and literals as variables', async () => {
    const query = `query ($f: ClaimFilter = { text: "nowhere" }, $n: Int = 1) { claims(filter: $f,
        first: $n) { totalCount nodes { id } } }`;
    expect((await api.data(query)).claims).toEqual({ totalCount: 0, nodes: [] });
    const all = (await api.data(query, { f: null, n: null })).claims;
    expect([all.totalCount, all.nodes.length]).toEqual([2, 2]);
    expect((await api.data(query, { f: {} })).claims.nodes).toHaveLength(1);
    const literal = await api.data(
      '{ claims(filter: { kind: OTHER, speaker: { kind: PERSON, first: true } }) { totalCount } }',
    );
    const variable = await api.data(
      `query ($k: SourceKind!, $c: [ClaimKind!]) { claims(filter: { kind: $c, speaker: {
        kind: [$k] } }) { totalCount } }`,
      { k: 'PERSON', c: 'OTHER' },
    );
    expect([literal.claims.totalCount, variable.claims.totalCount]).toEqual([2, 2]);
  });

  test('answers several root fields in order, from one state of the ledger', async () => {
    const data = await api.data(
      `query ($id: ID!) { b: claims { totalCount } __typename a: claim(id: $id) { id }
        c: record(type: FACTION, externalId: { system: "desk", value: "none" }) { id } claims {
        totalCount } }`,
      { id: id.Claim },
    );
    expect(Object.keys(data)).toEqual(['b', '__typename', 'a', 'c', 'claims']);
    expect(data).toMatchObject({
      b: data.claims,
      __typename: 'Query',
      a: { id: id.Claim },
      c: null,
    });
  });

  test('is selected by name from several', async () => {
    const ask = async (operationName?: string) => {
      const query = 'query A { a: __typename } query B { b: claims { totalCount } }';
      const response = await fetch(api.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, operationName }),
      });
      return { status: response.status, body: (await response.json()) as any };
    };
    expect((await ask('B')).body).toEqual({ data: { b: { totalCount: 2 } } });
    const { status, body } = await ask('C');
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test('names a failed field by its alias, and answers the others', async () => {
    const { data, errors } = await api.ask(
      `query ($id: ID!, $no: ID!) { fine: report(id: $id) { id } broken: report(id: $id) { id
        sub: claims(after: "x") { totalCount } } none: report(id: $no) { id } }`,
      { id: id.Report, no: `rpt_${id.Report!.slice(4, -4)}ffff` },
    );
    expect(data).toEqual({ fine: { id: id.Report }, broken: null, none: null });
    expect(
      errors!.map(({ path, extensions }) => [
        path![0],
        extensions.code,
        extensions.issues![0]!.path,
      ]),
    ).toEqual([
      ['broken', 'BAD_USER_INPUT', ['sub', 'after']],
      ['none', 'NOT_FOUND', ['id']],
    ]);
  });

  test('loses its whole answer when a non-null root field fails', async () => {
    const { data, errors } = await api.ask(
      '{ claims(after: "x") { totalCount } reports { totalCount } }',
    );
    expect(data).toBeNull();
    expect(errors!.map(({ path }) => path)).toEqual([['claims']]);
  });

  test('may select the schema together with data', async () => {
    const data = await api.data(
      `{ __schema { queryType { name } } __type(name: "Claim") { name kind } claims { __typename
        totalCount nodes { __typename } pageInfo { __typename } } }`,
    );
    expect(data.__schema.queryType.name).toBe('Query');
    expect(data.__type).toEqual({ name: 'Claim', kind: 'OBJECT' });
    expect(data.claims).toMatchObject({
      __typename: 'ClaimConnection',
      nodes: [{ __typename: 'Claim' }, { __typename: 'Claim' }],
      pageInfo: { __typename: 'PageInfo' },
    });
  });

  test('keeps quotes, backslashes, control characters and any script in values', async () => {
    const { aSource } = fixtures(api);
    for (const text of [
      '"',
      '\\',
      'a\tb\nc\r\u0001\u001f\u007f',
      '</script>',
      "'; drop table claim; --",
      '🙂 تل شهاب \u2028\u2029',
      'a\ufeffb',
      '%_\\',
      '{"a":1}',
    ]) {
      const made = await aSource(text);
      const { source, sources } = await api.data(
        `query ($id: ID!) { source(id: $id) { name names { text } } sources(filter: {
          id: [$id] }) { edges { cursor } } }`,
        { id: made },
      );
      expect(source).toEqual({ name: text, names: [{ text }] });
      const { errors } = await api.ask(
        'query ($c: String) { sources(after: $c) { nodes { id } } }',
        { c: sources.edges[0].cursor },
      );
      expect(errors).toBeUndefined();
    }
  });
});

describe('the same operation over other data', () => {
  test('asked again with other ids, arguments and pages never answers from before', async () => {
    const query = `query ($id: ID!, $first: Int, $filter: ClaimFilter) { report(id: $id) { id
        claims(first: $first, filter: $filter) { totalCount nodes { id } } } }`;
    const { aReport, aClaim } = fixtures(api);
    const other = await aReport();
    const single = await aClaim({ reportId: other });
    const ask = async (variables: object) => (await api.data(query, variables as never)).report;
    expect((await ask({ id: id.Report })).claims.totalCount).toBe(2);
    expect(await ask({ id: other })).toEqual({
      id: other,
      claims: { totalCount: 1, nodes: [{ id: single }] },
    });
    expect((await ask({ id: id.Report, first: 1 })).claims).toMatchObject({
      totalCount: 2,
      nodes: [{}],
    });
    expect((await ask({ id: id.Report, filter: { id: [id.Claim] } })).claims).toEqual({
      totalCount: 1,
      nodes: [{ id: id.Claim }],
    });
    expect((await ask({ id: id.Report, filter: { id: [single] } })).claims).toEqual({
      totalCount: 0,
      nodes: [],
    });
    expect(
      (await ask({ id: id.Report, filter: { kind: ['OTHER', 'RIOT'] } })).claims.totalCount,
    ).toBe(2);
    expect((await ask({ id: id.Report, filter: { kind: ['RIOT'] } })).claims.totalCount).toBe(0);
  });
});
