import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reviewOf } from '../../review/review.testing.ts';
import { type Api, startApi } from '../../testing/api.ts';
import { csvOf } from '../../testing/imports.ts';
import { fileOf, importPath } from '../ingest.testing.ts';

let api: Api;
let review: ReturnType<typeof reviewOf>;
beforeAll(async () => {
  api = await startApi('ledger');
  review = reviewOf(api);
});
afterAll(() => api.stop());

const rows = ['1', '2'].map((n) => ({ ref: n, account: `Ferry ${n} sank.`, title: `Notice ${n}` }));
const importAs = (kind?: string) =>
  importPath(api, 'csv', fileOf(csvOf(['ref', 'account', 'title'], rows)), {
    settings: {
      dataset: { name: 'Ferry Desk' },
      id: { column: 'ref' },
      statement: { column: 'account' },
      report: { title: 'title', ...(kind && { kind }) },
    },
  });
const reports = async (): Promise<{ id: string; title: string; kind: string }[]> =>
  (await api.data('{ reports(filter: { text: "Notice" }) { nodes { id title kind } } }')).reports
    .nodes;
const kinds = async () =>
  Object.fromEntries((await reports()).map((each) => [each.title, each.kind]));

test('a changed mapping changes the kind of reports that nobody corrected', async () => {
  await importAs();
  expect(await kinds()).toEqual({ 'Notice 1': 'ARTICLE', 'Notice 2': 'ARTICLE' });
  const before = await reports();
  const { id } = before.find(({ title }) => title === 'Notice 2')!;
  await review.update('Report', id, { kind: 'INTERVIEW' });

  const { changed, created, conflicts } = await importAs('STATEMENT');
  expect({ changed: changed.reports, created: created.reports, conflicts }).toEqual({
    changed: 1,
    created: 0,
    conflicts: 1,
  });
  expect(await kinds()).toEqual({ 'Notice 1': 'STATEMENT', 'Notice 2': 'INTERVIEW' });
  expect((await reports()).map((each) => each.id).sort()).toEqual(
    before.map((each) => each.id).sort(),
  );
  expect(await review.conflicts()).toMatchObject([
    { field: 'kind', value: 'INTERVIEW', fileValue: 'STATEMENT', record: { id } },
  ]);

  expect(await review.resolveAll({ record: [id] }, 'TAKE')).toMatchObject({ resolved: 1 });
  expect(await kinds()).toEqual({ 'Notice 1': 'STATEMENT', 'Notice 2': 'STATEMENT' });
});
