import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileOf, importPath } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { exportText, linesOf } from '../testing/exports.ts';
import { fixtures } from '../testing/fixtures.ts';
import { reviewOf } from './review.testing.ts';

let api: Api;
let review: ReturnType<typeof reviewOf>;
let make: ReturnType<typeof fixtures>;
beforeAll(async () => {
  api = await startApi('ledger');
  review = reviewOf(api);
  make = fixtures(api);
});
afterAll(() => api.stop());

/** Imports the lines of an export, each as `change` returns it. */
const importLines = (text: string, change: (line: any) => object) =>
  importPath(
    api,
    'jsonl',
    fileOf(
      linesOf(text)
        .map((line) => JSON.stringify(change(line)))
        .join('\n'),
      'ledger.jsonl',
    ),
    { force: true },
  );

const claimOf = async (id: string) =>
  (
    await api.data(
      'query ($id: ID!) { claim(id: $id) { report { id body } passage { quote start end } } }',
      { id },
    )
  ).claim;

const body = '😀 The gate was shut. The gate was open.';

describe('an export of another ledger that changes the text of a report', () => {
  /** A claim of another ledger, in which a person of this ledger finds a passage. */
  const anImportedClaim = async (quote: string) => {
    const desk = await startApi('ledger');
    const other = fixtures(desk);
    const reportId = await other.aReport({ body, bodyKind: 'PARAPHRASE' });
    const id = await other.aClaim({ reportId });
    const text = await exportText(desk, 'jsonl');
    await desk.stop();
    await importLines(text, (line) => line);
    await review.update('Claim', id, { passage: { quote } });
    const importBody = (later: string) =>
      importLines(text, (line) => (line.id === reportId ? { ...line, body: later } : line));
    return { id, importBody };
  };

  test('finds a passage again that a person found there', async () => {
    const { id, importBody } = await anImportedClaim('was open');
    const later = `At dawn 😀: ${body}`;
    const { list } = await importBody(later);
    expect(list.filter(({ refused }) => refused)).toEqual([]);
    const start = later.indexOf('was open');
    expect(await claimOf(id)).toMatchObject({
      report: { body: later },
      passage: { quote: 'was open', start, end: start + 8 },
    });
  });

  test.each([
    ['lacks the words', 'Nothing is known.'],
    ['has them twice', 'It was shut, and so was the lock: it was shut.'],
  ])('is refused for a report that %s', async (_, later) => {
    const { id, importBody } = await anImportedClaim('was shut');
    const { list } = await importBody(later);
    expect(list.filter(({ refused }) => refused)).toMatchObject([
      { kind: 'REFUSED', reason: expect.stringContaining('passage') },
    ]);
    expect(await claimOf(id)).toMatchObject({ report: { body }, passage: { quote: 'was shut' } });
  });
});

test('a claim stays in a report that a person corrected, against an older export', async () => {
  const settings = {
    dataset: { name: 'Gate Desk' },
    id: { column: 'ref' },
    statement: { column: 'account' },
    report: { title: 'title' },
  };
  const importRow = (release: string, title: string) =>
    importPath(api, 'csv', fileOf(`ref,account,title\nG1,It shut.,${title}`), {
      settings,
      release,
    });
  await importRow('1', 'Gate shut');
  const id = await review.idOf('CLAIM', 'table:gate desk', 'G1');
  const backup = await exportText(api, 'jsonl');
  await importRow('2', 'Gate is shut');
  const { report } = await claimOf(id);
  await review.update('Report', report.id, { title: 'The gate is shut' });
  expect((await importLines(backup, (line) => line)).conflicts).toBe(1);
  expect((await claimOf(id)).report.id).toBe(report.id);
  expect(await review.conflicts({ record: [id] })).toMatchObject([
    { field: 'report', format: 'jsonl', value: report.id },
  ]);
});

test('a claim stays in the report of its passage, and TAKE needs the words', async () => {
  const other = await make.aReport({ title: 'Elsewhere' });
  const reportId = await make.aReport({ body, bodyKind: 'PARAPHRASE' });
  const id = await make.aClaim({ reportId });
  const text = await exportText(api, 'jsonl');
  await review.update('Claim', id, { passage: { quote: 'was shut' } });
  const { list, conflicts } = await importLines(text, (line) =>
    line.id === id ? { ...line, reportId: other } : line,
  );
  expect(list.filter(({ refused }) => refused)).toEqual([]);
  expect(conflicts).toBe(2);
  expect(await claimOf(id)).toMatchObject({
    report: { id: reportId },
    passage: { quote: 'was shut' },
  });
  const rule = { record: [id], field: ['report'] };
  expect(await review.resolveAll(rule, 'TAKE')).toMatchObject({ resolved: 0, skipped: 1 });
  await review.resolveAll({ record: [id], field: ['passage'] }, 'TAKE');
  expect(await review.resolveAll(rule, 'TAKE')).toMatchObject({ resolved: 1 });
  expect(await claimOf(id)).toMatchObject({ report: { id: other }, passage: null });
});
