import { describe, expect, test } from '@jest/globals';
import { timeOf } from '../data/mark.testing.ts';
import { coalitionsOf, type Relation } from './coalitions.ts';
import { type ControlClaim, contestsOf } from './contested.ts';
import { overlapOf } from './time-overlap.ts';

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
    expect([...contestsOf([controlBy('Reds'), controlBy('Blues')], coalitionsOf([]))]).toEqual([
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
    expect(contestsOf(claims, coalitionsOf([])).size).toBe(0);
  });

  test('may be contested by a claim whose date is unknown, and nobody is surely in it', () => {
    const claims = [controlBy('Reds'), controlBy('Blues', { occurred: null })];
    expect(contestsOf(claims, coalitionsOf([])).get('loc_qasr')).toEqual({
      place: 'Qasr',
      surely: [],
      maybe: ['Blues', 'Reds'],
    });
  });

  test('names those who may contest it apart from those who surely do', () => {
    const claims = [controlBy('Reds'), controlBy('Blues'), controlBy('Greens', { occurred: null })];
    expect(contestsOf(claims, coalitionsOf([])).get('loc_qasr')).toEqual({
      place: 'Qasr',
      surely: ['Blues', 'Reds'],
      maybe: ['Blues', 'Greens', 'Reds'],
    });
  });
});

describe('factions of one coalition', () => {
  const relation = (text: string, parts: Partial<Relation> = {}): Relation => {
    const [from = '', kind = '', to = ''] = text.split(' ');
    return {
      ...{ kind, from: { id: `fac_${from}` }, to: { id: `fac_${to}` } },
      claims: [{ modality: 'ASSERTED', status: 'UNVERIFIED' }],
      ...parts,
    };
  };
  const contestOf = (relations: readonly Relation[]) =>
    contestsOf([controlBy('Reds'), controlBy('Blues')], coalitionsOf(relations)).get('loc_qasr');
  const refuted = { claims: [{ modality: 'ASSERTED', status: 'REFUTED' }] };
  const denied = { claims: [{ modality: 'DENIED', status: 'UNVERIFIED' }] };
  const inAugust = { during: timeOf('2018-08-01', '2018-08-31', throughout) };
  const someTime = { during: timeOf('2018-07-20', null) };

  test.each<[string, Relation[]]>([
    ['one is part of the other', [relation('Reds PART_OF Blues')]],
    ['both are parts of one', [relation('Reds PART_OF Front'), relation('Blues PART_OF Front')]],
    [
      'both are parts of parts of one',
      [
        relation('Reds PART_OF South'),
        relation('South PART_OF Front'),
        relation('Blues PART_OF Front'),
      ],
    ],
    ['they are allied', [relation('Blues ALLIED_WITH Reds')]],
    [
      'they are parts of allies',
      [
        ...[relation('Reds PART_OF South'), relation('Blues PART_OF North')],
        relation('South ALLIED_WITH North'),
      ],
    ],
    ['they are allied all that time', [relation('Reds ALLIED_WITH Blues', { during: july })]],
  ])('do not contest a place if %s', (_why, relations) => {
    expect(contestOf(relations)).toBeUndefined();
  });

  test.each<[string, Relation[]]>([
    ['nothing is said about them', []],
    [
      'they only have an ally in common',
      ['Reds', 'Blues'].map((id) => relation(`${id} ALLIED_WITH Greens`)),
    ],
    ['one backs the other', [relation('Reds BACKED_BY Blues')]],
    ['one is an affiliate of the other', [relation('Reds AFFILIATE_OF Blues')]],
    ['they were allied at another time', [relation('Reds ALLIED_WITH Blues', inAugust)]],
    ['their alliance is refuted', [relation('Reds ALLIED_WITH Blues', refuted)]],
    ['their alliance is denied', [relation('Reds ALLIED_WITH Blues', denied)]],
    [
      'they are opposed within their coalition',
      [
        ...[relation('Reds PART_OF Front'), relation('Blues PART_OF Front')],
        relation('Blues OPPOSED_TO Reds'),
      ],
    ],
    [
      'one only has a part in common',
      [relation('Youth PART_OF Reds'), relation('Youth PART_OF Blues')],
    ],
  ])('contest it if %s', (_why, relations) => {
    expect(contestOf(relations)?.surely).toEqual(['Blues', 'Reds']);
  });

  test('may contest it if they were allied for some of the time, as far as is known', () => {
    expect(contestOf([relation('Reds ALLIED_WITH Blues', someTime)])).toMatchObject({
      surely: [],
      maybe: ['Blues', 'Reds'],
    });
  });

  test('are found where coalitions contain one another', () => {
    const circle = [relation('Reds PART_OF Blues'), relation('Blues PART_OF Reds')];
    expect(contestOf(circle)).toBeUndefined();
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
