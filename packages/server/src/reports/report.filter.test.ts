import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from '../testing/api.ts';
import { fixtures } from '../testing/fixtures.ts';

let api: Api;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  make = fixtures(api);
});
afterAll(() => api.stop());

test('reports are found by each field of their filter, and sorted', async () => {
  const outlet = await make.aSource('Finder', { kind: 'OUTLET' });
  const base = { publisherId: outlet };
  const body = 'They left: all of them, by night.';
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const a = await make.aReport({
    ...base,
    title: 'b of Tell',
    url: 'https://x.example/1',
    published: { edtf: '2018-07-01' },
    language: 'ar',
    body,
    bodyKind: 'PARAPHRASE',
  });
  const b = await make.aReport({
    ...base,
    title: 'Zeta',
    summary: 'tell it',
    archivedUrl: 'https://x.example/1',
    kind: 'VIDEO',
    published: { edtf: '2018-08' },
    language: 'AR-sy',
  });
  const c = await make.aReport({ ...base, title: 'a', reprintOfId: a, language: 'arc' });
  const found = async (filter: object, orderBy?: object) => {
    const { reports } = await api.data(
      `query ($f: ReportFilter, $o: ReportOrder) { reports(filter: $f, orderBy: $o) { totalCount
        nodes { id } } }`,
      {
        f: { and: [{ publisher: [outlet] }, filter] },
        o: orderBy,
      },
    );
    return reports.nodes
      .map(({ id }: { id: string }) => (id === a ? 'a' : id === b ? 'b' : id === c ? 'c' : '?'))
      .join('');
  };
  const unsorted = async (filter: object) => [...(await found(filter))].sort().join('');
  expect(await unsorted({})).toBe('abc');
  expect(await unsorted({ id: [a, c] })).toBe('ac');
  expect(await unsorted({ kind: ['VIDEO'] })).toBe('b');
  expect(await unsorted({ published: { from: '2018-07-01', to: '2018-07-31' } })).toBe('a');
  expect(await unsorted({ published: { to: '2018-08-01' } })).toBe('ab');
  expect(await unsorted({ published: { to: '2018-08-01', match: 'WITHIN', unknown: true } })).toBe(
    'ac',
  );
  expect(await unsorted({ language: ['ar'] })).toBe('ab');
  expect(await unsorted({ url: 'https://x.example/1' })).toBe('ab');
  expect(await unsorted({ bodySha256 })).toBe('a');
  expect(await unsorted({ bodySha256: bodySha256.toUpperCase() })).toBe('');
  expect(await unsorted({ text: 'TELL' })).toBe('ab');
  expect(await unsorted({ minWordCount: 7 })).toBe('a');
  expect(await unsorted({ minWordCount: 8 })).toBe('');
  expect(await unsorted({ minWordCount: 0 })).toBe('a');
  expect(await unsorted({ reprint: true })).toBe('c');
  expect(await unsorted({ not: { reprint: true } })).toBe('ab');
  expect(await unsorted({ or: [{ reprint: true }, { kind: ['VIDEO'] }] })).toBe('bc');
  expect(await found({}, { by: 'TITLE', direction: 'ASC' })).toBe('bca');
  expect(await found({}, { by: 'PUBLISHED', direction: 'ASC' })).toBe('abc');
  expect(await found({})).toBe('bac');
});
