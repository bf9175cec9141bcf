import { expect, test } from '@jest/globals';
import {
  type Correctable,
  type Correction,
  correctionInput,
  disputedFields,
  rebase,
} from './correction.ts';

const base: Correctable = {
  statement: 'The mill burned.',
  kind: 'OTHER',
  modality: 'ASSERTED',
  when: { text: '2018-07' },
};
const correction = (mine: Partial<Correctable>): Correction => ({
  version: 1,
  base,
  mine: { ...base, ...mine },
  rationale: 'A second reading',
});

test('only what was changed is sent, and a date that was emptied is cleared', () => {
  expect(correctionInput(correction({}))).toEqual({});
  expect(correctionInput(correction({ modality: 'ALLEGED' }))).toEqual({ modality: 'ALLEGED' });
  expect(correctionInput(correction({ when: { text: '' } }))).toEqual({ occurred: null });
});

test('after a conflict, what was typed stays and what only others changed is taken', () => {
  const mine = correction({ statement: 'The old mill burned.' });
  const now: Correctable = { ...base, statement: 'The new mill burned.', kind: 'SHELLING' };
  expect(disputedFields(mine, now)).toEqual(['statement']);
  const next = rebase(mine, now, 2);
  expect(next).toMatchObject({ version: 2, base: now, rationale: 'A second reading' });
  expect(next.mine).toEqual({ ...now, statement: 'The old mill burned.' });
  expect(correctionInput(next)).toEqual({ statement: 'The old mill burned.' });
});

test('the same change by two people is not a dispute', () => {
  const mine = correction({ kind: 'SHELLING' });
  expect(disputedFields(mine, { ...base, kind: 'SHELLING' })).toEqual([]);
});

test('the words in which a date was recorded stay, unless the date becomes another', () => {
  const when = { text: '2018-07-01/2018-07-10', asWritten: 'the first days of July' };
  const on = (changes: object) =>
    correctionInput({
      ...correction({}),
      base: { ...base, when },
      mine: { ...base, when: { ...when, ...changes } },
    }).occurred;
  expect(on({ isInferred: true })).toMatchObject({
    basis: 'INFERRED',
    asWritten: 'the first days of July',
  });
  expect(on({ text: '2018-07-02' })).not.toHaveProperty('asWritten');
  expect(on({ text: 'late July 2018' })).toMatchObject({ asWritten: 'late July 2018' });
});
