import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
let id: string;
beforeAll(async () => {
  api = await startApi('sample', { maxima: { aliases: 1_000 } });
  id = await fixtures(api).aReport({ body: '漢'.repeat(1_000_000), bodyKind: 'VERBATIM' });
});
afterAll(() => api.stop());

/** A selection of the body, which has three megabytes, so many times. */
const bodies = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `a${from + i}: body`).join(' ');
const codes = ({ errors = [] }: Awaited<ReturnType<Api['ask']>>) =>
  errors.map(({ path, extensions }) => [path?.[0], extensions.code]);
const expectToServe = async () =>
  expect((await api.data('{ claims { totalCount } }')).claims.totalCount).toBe(26);

describe('an answer that is too long', () => {
  const query = (count: number) => `query ($id: ID!) { report(id: $id) { ${bodies(count)} } }`;

  test('is refused, and the server keeps serving', async () => {
    expect(Object.keys((await api.data(query(5), { id })).report)).toHaveLength(5);
    for (const count of [6, 8, 25]) {
      const answer = await api.ask(query(count), { id });
      expect([answer.data, codes(answer)]).toEqual([
        { report: null },
        [['report', 'QUERY_TOO_COMPLEX']],
      ]);
      expect(answer.errors![0]!.message).toMatch(/longer than 16 MB.*smaller `first`.*an export/);
    }
    await expectToServe();
  });

  test('is refused if only several of its root fields together are too long', async () => {
    const answer = await api.ask(
      `query ($id: ID!) {
        one: report(id: $id) { ${bodies(3)} } two: report(id: $id) { ${bodies(3)} }
      }`,
      {
        id,
      },
    );
    expect(codes(answer)).toEqual([['two', 'QUERY_TOO_COMPLEX']]);
    expect(Object.keys(answer.data.one)).toHaveLength(3);
    await expectToServe();
  });

  test('is an error of every root field after it, too', async () => {
    const answer = await api.ask(
      `query ($id: ID!) { one: report(id: $id) { ${bodies(8)} } two: report(id: $id) { title } }`,
      { id },
    );
    expect(codes(answer)).toEqual([
      ['one', 'QUERY_TOO_COMPLEX'],
      ['two', 'QUERY_TOO_COMPLEX'],
    ]);
    await expectToServe();
  });

  test('undoes the write whose answer it is', async () => {
    const write = (count: number) =>
      `mutation ($id: ID!, $v: Int!) {
        updateReport(id: $id, expectedVersion: $v, input: { title: "Renamed" }) {
          report { version ${bodies(count)} }
        }
      }`;
    const { version: v } = (
      await api.data('query ($id: ID!) { report(id: $id) { version } }', { id })
    ).report;
    for (const _again of [1, 2]) {
      const answer = await api.ask(write(8), { id, v });
      expect([answer.data, codes(answer)]).toEqual([null, [['updateReport', 'QUERY_TOO_COMPLEX']]]);
    }
    expect((await api.data(write(1), { id, v })).updateReport.report.version).toBe(v + 1);
    // Of several writes, the one whose answer exceeds the limit is undone.
    const of = (title: string) =>
      `${title}: createReport(input: { kind: OTHER, title: "${title}", reprintOfId: $id }) {
        report { reprintOf { ${bodies(3)} } }
      }`;
    const answer = await api.ask(`mutation ($id: ID!) { ${of('one')} ${of('two')} }`, { id });
    expect(codes(answer)).toEqual([['two', 'QUERY_TOO_COMPLEX']]);
    expect(
      (await api.data('{ reports(filter: { reprint: true }) { nodes { title } } }')).reports.nodes,
    ).not.toContainEqual({
      title: 'two',
    });
  });
});

describe('arguments that are too many for a statement', () => {
  const lists = (count: number) => {
    const list = 'claims(filter: $filter) { totalCount }';
    const all = Array.from({ length: count }, (_, i) => `a${i}: ${list}`).join(' ');
    return `query ($id: ID!, $filter: ClaimFilter) { report(id: $id) { ${all} } }`;
  };

  test('are refused if they have more values than PostgreSQL accepts', async () => {
    const filter = { or: Array.from({ length: 98 }, () => ({ text: 'x' })) };
    const answer = await api.ask(lists(345), { id, filter });
    expect(codes(answer)).toEqual([['report', 'QUERY_TOO_COMPLEX']]);
    await expectToServe();
  });

  test('are refused if their values are too long together', async () => {
    const reports = Array.from(
      { length: 20 },
      (_, i) => `a${i}: reports(first: 1, filter: { url: $url }) { totalCount }`,
    ).join(' ');
    const location = (await api.data('{ sources(first: 1) { nodes { id } } }')).sources.nodes[0].id;
    const answer = await api.ask(
      `query ($id: ID!, $url: String) { source(id: $id) { ${reports} } }`,
      {
        id: location,
        url: 'x'.repeat(1_900_000),
      },
    );
    expect(codes(answer)).toEqual([['source', 'QUERY_TOO_COMPLEX']]);
    await expectToServe();
  });
});
