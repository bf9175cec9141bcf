import { expect, test } from '@jest/globals';
import { claimWith } from '../write/draft.testing.ts';
import type { DraftClaim } from '../write/draft.ts';
import {
  type Correction,
  correctionInput,
  disputedFields,
  newCorrection,
  rebase,
  withNewDate,
} from './correction.ts';

const report = { title: 'The mill', body: 'The mill burned. The mill fell.' };
const recordedPassage = {
  ...{ quote: 'The mill', in: 'BODY', start: 17, page: 3, prefix: null, suffix: ' fell' },
  ...{ translation: 'the mill', directSpeech: true },
} as const;
const base = claimWith({
  when: { text: '2018-07' },
  quote: 'The mill',
  start: 17,
  recordedPassage,
  places: [
    {
      place: { id: 'loc_1', label: 'Qasr' },
      role: 'AT',
      recorded: { asWritten: 'the town', basis: 'INFERRED', geoPrecision: 'EXACT', point: null },
    },
  ],
  figures: [
    {
      measure: 'PEOPLE_KILLED',
      text: '3',
      recorded: {
        text: '3',
        min: null,
        best: 3,
        max: null,
        approximate: false,
        asWritten: 'three',
      },
    },
  ],
});
const correction = (mine: Partial<DraftClaim>): Correction => ({
  ...newCorrection(base, 1),
  mine: { ...base, ...mine },
  rationale: 'A second reading',
});
const inputFor = (mine: Partial<DraftClaim>) => correctionInput(correction(mine), report);

test('only what was changed is sent, and what was emptied is cleared', () => {
  expect(inputFor({})).toEqual({});
  expect(inputFor({ modality: 'ALLEGED' })).toEqual({ modality: 'ALLEGED' });
  expect(inputFor({ when: { text: '' } })).toEqual({ occurred: null });
  expect(inputFor({ quote: '', start: undefined })).toEqual({ passage: null });
  expect(inputFor({ places: [] })).toEqual({ places: [] });
});

test('a statement keeps its language, unless it is put into another script', () => {
  expect(inputFor({ statement: 'The mill fell.' })).toEqual({ statement: 'The mill fell.' });
  expect(inputFor({ statement: 'احترقت الطاحونة.' })).toMatchObject({ language: 'ar' });
});

test('a list is sent with what is recorded of its other items', () => {
  const place = { place: { label: 'North', kind: 'COMMUNITY' as const }, role: 'FROM' as const };
  expect(inputFor({ places: [...base.places, place] }).places).toEqual([
    {
      ...{ location: { id: 'loc_1' }, role: 'AT', asWritten: 'the town', basis: 'INFERRED' },
      ...{ geoPrecision: 'EXACT', point: null },
    },
    {
      location: { new: { kind: 'COMMUNITY', names: [{ text: 'North', kind: 'PRIMARY' }] } },
      role: 'FROM',
    },
  ]);
});

test('a figure whose text is the same keeps the values that were recorded', () => {
  const part = { text: '2', category: 'CHILDREN' as const };
  const [figure] = base.figures;
  expect(inputFor({ figures: [{ ...figure, text: '3', parts: [part] }] }).quantities).toEqual([
    {
      ...{ measure: 'PEOPLE_KILLED', min: null, best: 3, max: null, approximate: false },
      asWritten: 'three',
      parts: [expect.objectContaining({ measure: 'PEOPLE_KILLED', min: 2, max: 2 })],
    },
  ]);
  expect(inputFor({ figures: [{ ...figure, text: 'at least 4' }] }).quantities).toEqual([
    expect.objectContaining({ min: 4, best: null, max: null, asWritten: 'at least 4' }),
  ]);
});

test('a moved passage loses what belonged to its old place, and a new one all of it', () => {
  expect(inputFor({ start: 0 }).passage).toEqual({
    ...{ ...recordedPassage, start: 0, page: null, prefix: null, suffix: null },
  });
  expect(inputFor({ quote: 'mill burned', start: undefined }).passage).toEqual({
    ...{ quote: 'mill burned', in: 'BODY', start: 4 },
  });
});

test('after a conflict, what was typed stays and what only others changed is taken', () => {
  const mine = correction({ statement: 'The old mill burned.' });
  const now: DraftClaim = { ...base, statement: 'The new mill burned.', kind: 'OTHER', places: [] };
  expect(disputedFields(mine, now)).toEqual(['statement']);
  const next = rebase(mine, now, 2);
  expect(next).toMatchObject({ version: 2, base: now, rationale: 'A second reading' });
  expect(next.mine).toEqual({ ...now, statement: 'The old mill burned.' });
  expect(correctionInput(next, report)).toEqual({ statement: 'The old mill burned.' });
});

test('the same change by two people is not a dispute', () => {
  expect(disputedFields(correction({ kind: 'OTHER' }), { ...base, kind: 'OTHER' })).toEqual([]);
});

test('the words and bounds of a recorded date stay, unless the date becomes another', () => {
  const when = { text: '2018-07-10~', latest: '2018-07-14', asWritten: 'three weeks in' };
  const onDate = (changes: object) =>
    correctionInput(
      {
        ...correction({}),
        base: { ...base, when },
        mine: { ...base, when: withNewDate({ ...when, ...changes }, when) },
      },
      report,
    ).occurred;
  expect(onDate({ isInferred: true })).toMatchObject({
    ...{ basis: 'INFERRED', latest: '2018-07-14', asWritten: 'three weeks in' },
  });
  expect(onDate({ text: '2018-07-02' })).toEqual({
    ...{ edtf: '2018-07-02', basis: 'STATED', extent: 'WITHIN' },
  });
  expect(onDate({ text: 'late July 2018' })).toMatchObject({ asWritten: 'late July 2018' });
});
