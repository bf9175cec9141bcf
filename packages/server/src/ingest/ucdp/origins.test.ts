import { describe, expect, test } from '@jest/globals';
import { normalizeForComparison } from '../../values/normalize.ts';
import { originsOf } from './origins.ts';

const outlets = new Map(
  ['AFP', 'Reuters', 'SOHR', 'Sound and Picture'].map((name) => [
    normalizeForComparison(name),
    { name, kind: 'OUTLET' as const, spellings: [] },
  ]),
);

const read = (text: string, offices: string[] = []) => {
  const unclear: (string | null)[] = [];
  const names = originsOf(text, offices, outlets, ({ value }) => unclear.push(value));
  return { names, unclear };
};

describe('speakers that are surely several', () => {
  test.each([
    ['AFP, Reuters', ['AFP', 'Reuters']],
    ['AFP, Reuters and SOHR', ['AFP', 'Reuters', 'SOHR']],
    ['AFP, Reuters and local sources', ['AFP', 'Reuters', 'local sources']],
    ['SOHR/AFP', ['SOHR', 'AFP']],
    ['SOHR, UNAMA', ['SOHR', 'UNAMA']],
    ['Sound and Picture, local residents', ['Sound and Picture', 'local residents']],
    ['police, witnesses', ['police', 'witnesses']],
    ['two witnesses and a nurse', ['two witnesses', 'a nurse']],
    ['medics // the Commission', ['medics', 'the Commission']],
    ['Ana Example; mayor of Odra', ['Ana Example', 'mayor of Odra']],
    ['Ana Example\nBen Sample', ['Ana Example', 'Ben Sample']],
    ['AFP, source 2: opposition sources', ['AFP', 'opposition sources']],
    ['Weir News, Mill Press and Odra Radio', ['Weir News', 'Mill Press', 'Odra Radio']],
    ['interior ministry, police, Taleban', ['interior ministry', 'police', 'Taleban']],
    ['AFP, mayor of Odra', ['AFP', 'mayor of Odra']],
  ])('%j', (text, names) => expect(read(text)).toEqual({ names, unclear: [] }));

  test('an office of the row is an outlet', () => {
    expect(read('Harbour, residents').unclear).toEqual(['Harbour, residents']);
    expect(read('Harbour, residents', ['Harbour']).names).toEqual(['Harbour', 'residents']);
  });
});

describe('a name with its role is one speaker', () => {
  test.each([
    ['Ana Example, mayor of Odra', ['Ana Example, mayor of Odra']],
    ['According to a nurse, Ana Example', ['a nurse, Ana Example']],
    ['head of the Odra council, Ben Sample.', ['head of the Odra council, Ben Sample']],
    ['AFP, Ana Example, mayor of Odra', ['AFP', 'Ana Example, mayor of Odra']],
    [
      'Ana Example, mayor of Odra, and Ben Sample, governor of Coast',
      ['Ana Example, mayor of Odra', 'Ben Sample, governor of Coast'],
    ],
    [
      'Ana Example (mayor of Odra), Ben Sample (teacher)',
      ['Ana Example (mayor of Odra)', 'Ben Sample (teacher)'],
    ],
    ['Ana Example (mayor of Odra), AFP', ['Ana Example (mayor of Odra)', 'AFP']],
    ['Agency (forces in the town, others)', ['Agency (forces in the town, others)']],
    ['http://a.example/b/c', ['http://a.example/b/c']],
  ])('%j', (text, names) => expect(read(text)).toEqual({ names, unclear: [] }));
});

describe('a text that leaves it open is one speaker as written, with an issue', () => {
  test.each([
    'security, medical and administrative sources',
    'military and civilian sources',
    'Kurdish, Turkish and Syrian sources',
    'Odra, Weir and Mill residents',
    'Interior, Defence and Justice Ministry',
    'Ana Example, Odra council',
    'Ana Example, Ben Sample',
    'Emily Post, mayor of Odra',
    'Dr. Ana Example, SOHR',
    'spokesman, police',
    'officials, Interior Ministry',
    'AFP, its Odra correspondent',
    'AFP, quoting police',
    'Commission for Truth and Justice',
    'Ministry of Defence, Public Security, Law and Order',
    'survivor/witnesses',
    'Congolese and/or Rwandan forces, others',
  ])('%j', (text) => expect(read(text)).toEqual({ names: [text], unclear: [text] }));

  test('beside speakers that are sure', () => {
    expect(read('AFP; Ana Example, Odra council')).toEqual({
      names: ['AFP', 'Ana Example, Odra council'],
      unclear: ['Ana Example, Odra council'],
    });
  });
});

test('separators alone name nobody', () => expect(read(' ;, / ').names).toEqual([]));
