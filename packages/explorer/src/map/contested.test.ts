import { describe, expect, test } from '@jest/globals';
import { timeOf } from '../data/mark.testing.ts';
import { type ControlClaim, contestsOf, overlapOf } from './contested.ts';

const throughout = { extent: 'THROUGHOUT' };
const july = timeOf('2018-07-01', '2018-07-31', throughout);
const someDayInJuly = timeOf('2018-07-01', '2018-07-31');

const controlBy = (factions: string, parts: Partial<ControlClaim> = {}): ControlClaim => ({
  modality: 'ASSERTED',
  status: 'UNVERIFIED',
  occurred: july,
  places: [{ role: 'AT', location: { id: 'loc_qasr', label: 'Qasr' } }],
  parties: factions
    .split('+')
    .map((name) => ({ role: 'CONTROLLER', faction: { id: `fac_${name}`, name } })),
  ...parts,
});

describe('control of a place', () => {
  test('is contested if claims about one time name different factions', () => {
    expect([...contestsOf([controlBy('Reds'), controlBy('Blues')])]).toEqual([
      ['loc_qasr', { place: 'Qasr', surely: ['Blues', 'Reds'], maybe: [] }],
    ]);
  });

  test.each<[string, ControlClaim[]]>([
    ['all claims name one faction', [controlBy('Reds'), controlBy('Reds')]],
    ['one claim names both', [controlBy('Reds+Blues')]],
    ['the claims have a faction in common', [controlBy('Reds+Blues'), controlBy('Blues')]],
    ['one is refuted', [controlBy('Reds'), controlBy('Blues', { status: 'REFUTED' })]],
    ['one is retracted', [controlBy('Reds'), controlBy('Blues', { status: 'RETRACTED' })]],
    ['one is denied', [controlBy('Reds'), controlBy('Blues', { modality: 'DENIED' })]],
    ['one is a fear', [controlBy('Reds'), controlBy('Blues', { modality: 'FEARED' })]],
    [
      'it changed hands',
      [controlBy('Reds'), controlBy('Blues', { occurred: timeOf('2018-08-01', null) })],
    ],
    [
      'the places differ',
      [
        controlBy('Reds'),
        controlBy('Blues', {
          places: [{ role: 'AT', location: { id: 'loc_north', label: 'North' } }],
        }),
      ],
    ],
    [
      'the other faction lost it',
      [
        controlBy('Reds'),
        controlBy('', { parties: [{ role: 'LOSER', faction: { id: 'fac_b', name: 'Blues' } }] }),
      ],
    ],
  ])('is not contested if %s', (_why, claims) => {
    expect(contestsOf(claims).size).toBe(0);
  });

  test('may be contested by a claim whose date is unknown, and nobody is surely in it', () => {
    const claims = [controlBy('Reds'), controlBy('Blues', { occurred: null })];
    expect(contestsOf(claims).get('loc_qasr')).toEqual({
      place: 'Qasr',
      surely: [],
      maybe: ['Blues', 'Reds'],
    });
  });

  test('names those who may contest it apart from those who surely do', () => {
    const claims = [controlBy('Reds'), controlBy('Blues'), controlBy('Greens', { occurred: null })];
    expect(contestsOf(claims).get('loc_qasr')).toEqual({
      place: 'Qasr',
      surely: ['Blues', 'Reds'],
      maybe: ['Blues', 'Greens', 'Reds'],
    });
  });
});

describe('times', () => {
  test.each([
    ['both every day, with days in common', july, timeOf('2018-07-31', '2018-07-31'), 'surely'],
    ['some day in a time that was every day', july, someDayInJuly, 'surely'],
    ['some days in the same month', someDayInJuly, someDayInJuly, 'maybe'],
    ['a day and some day in its month', timeOf('2018-07-03', '2018-07-03'), someDayInJuly, 'maybe'],
    ['an open end', july, timeOf('2018-01-01', null, throughout), 'maybe'],
    ['an open start', july, timeOf(null, '2018-07-05', throughout), 'maybe'],
    ['an approximate date', july, { ...july, approximate: true }, 'maybe'],
    ['an uncertain date', { ...july, uncertain: true }, july, 'maybe'],
    ['an unknown date', july, null, 'maybe'],
    ['two unknown dates', null, null, 'maybe'],
    ['one after the other', july, timeOf('2018-08-01', null), 'never'],
    ['one before the other', july, timeOf(null, '2018-06-30'), 'never'],
  ] as const)('overlap or not: %s', (_what, a, b, expected) => {
    expect(overlapOf(a, b)).toBe(expected);
    expect(overlapOf(b, a)).toBe(expected);
  });
});
