import { describe, expect, test } from '@jest/globals';
import { dayOfTyped } from './days.ts';
import { filterOf } from './filter.ts';
import { emptySelection, formatSelection, isNarrowed, parseSelection } from './selection.ts';

const uuid = '01900000-0000-7000-8000-000000000000';
const search =
  `?place=loc_${uuid}&from=2018-06-19&to=2018-07-14&text=olive+oil` +
  `&open=clm_${uuid}&surely=1&kind=LOOTING,DISPLACEMENT&modality=FEARED`;

describe('the address of the page', () => {
  test('says everything that is selected, and is read back', () => {
    const selection = parseSelection(search);
    expect(formatSelection(selection)).toBe(search);
    expect(selection).toMatchObject({ kinds: ['LOOTING', 'DISPLACEMENT'], text: 'olive oil' });
  });

  test('is short when nothing is selected', () => {
    expect(formatSelection(emptySelection)).toBe('');
    expect(isNarrowed(parseSelection(`?open=clm_${uuid}`))).toBe(false);
  });

  test('leaves out what is not understood', () => {
    const odd = '?place=clm_1&kind=NEW,LOOTING&from=2018-02-30&open=javascript:alert(1)&day=x';
    expect(parseSelection(odd)).toMatchObject({
      place: undefined,
      kinds: ['LOOTING'],
      from: undefined,
      open: undefined,
      day: undefined,
    });
  });
});

describe('the filter of a selection', () => {
  test('has its conditions, and nothing for a claim that is open', () => {
    expect(filterOf(parseSelection(search))).toEqual({
      place: { id: [`loc_${uuid}`] },
      occurred: { from: '2018-06-19', to: '2018-07-14', match: 'WITHIN' },
      kind: ['LOOTING', 'DISPLACEMENT'],
      modality: ['FEARED'],
      text: 'olive oil',
    });
    expect(filterOf(emptySelection)).toEqual({});
  });

  test('adds the record that is open, without losing a place that is a condition', () => {
    const selection = { ...emptySelection, place: `loc_${uuid}` as const };
    expect(filterOf({ ...selection, open: `src_${uuid}` })).toEqual({
      and: [{ place: { id: [`loc_${uuid}`] } }, { speaker: { source: [`src_${uuid}`] } }],
    });
  });
});

test.each([
  ['2018', '2018-01-01', '2018-12-31'],
  ['2018-06', '2018-06-01', '2018-06-30'],
  ['2016-2', '2016-02-01', '2016-02-29'],
  [' 2018-6-5 ', '2018-06-05', '2018-06-05'],
  ['2018-13', undefined, undefined],
  ['2018-02-30', undefined, undefined],
  ['June', undefined, undefined],
])('the typed period %p is from %p to %p', (typed, first, last) => {
  expect(dayOfTyped(typed, 'first')).toBe(first);
  expect(dayOfTyped(typed, 'last')).toBe(last);
});
