import { expect, test } from '@jest/globals';
import { writingEn } from '../words/writing-en.ts';
import { claimWith, draftWith } from './draft.testing.ts';
import { localProblems, problemsAt, withoutInput } from './local-problems.ts';
import { fieldName } from './unchosen.ts';

const pathsOf = (draft: Parameters<typeof localProblems>[0]) =>
  localProblems(draft, writingEn).map(({ path }) => path.join('.'));

test('a draft that says enough has no problems', () => {
  expect(pathsOf(draftWith())).toEqual([]);
});

test('every problem is said at its field, at once', () => {
  const claim = claimWith({
    statement: ' ',
    kind: undefined,
    chains: [[]],
    quote: 'not there',
    when: { text: 'last week' },
    parties: [{ faction: { label: 'A militia', kind: 'MILITIA' }, role: undefined }],
    figures: [{ text: 'dozens', parts: [{ text: 'some' }] }],
    affiliations: [{ role: 'spokesman' }],
  });
  expect(
    pathsOf(draftWith({ title: '', published: { text: '2018/2019' }, claims: [claim] })),
  ).toEqual([
    'report.title',
    'report.published',
    'claims.0.statement',
    'claims.0.attributions.0.chain',
    'claims.0.passage.quote',
    'claims.0.occurred',
    'claims.0.kind',
    'claims.0.parties.0',
    'claims.0.quantities.0',
    'claims.0.quantities.0',
    'claims.0.quantities.0.parts.0',
    'claims.0.affiliations.0.sourceId',
    'claims.0.affiliations.0.toId',
  ]);
});

test('text that was typed in a picker and names no record is not lost', () => {
  const [removed, claim] = [claimWith({ key: 1 }), claimWith({ key: 2 })];
  const name = fieldName(['claims', 1, 'places', 'unchosen'], [removed, claim]);
  const typed = { [name]: { type: 'LOCATION' as const, text: 'Old mill' } };
  // It stays with its claim when another one is removed.
  expect(localProblems(draftWith({ typed, claims: [claim] }), writingEn)).toEqual([
    { path: ['claims', 0, 'places', 'unchosen'], message: expect.stringContaining('Old mill') },
  ]);
  expect(localProblems(draftWith({ typed, claims: [removed] }), writingEn)).toEqual([]);
});

test('problems of the server are found at their fields', () => {
  const issues = withoutInput([
    { path: ['input', 'claims', 0, 'quantities', 1, 'min'], message: 'No.' },
  ]);
  expect(problemsAt(issues, ['claims', 0, 'quantities', 1])).toHaveLength(1);
  expect(problemsAt(issues, ['claims', 0, 'quantities', 0])).toEqual([]);
});
