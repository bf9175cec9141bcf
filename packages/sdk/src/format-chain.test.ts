import { expect, test } from '@jest/globals';
import { formatChain } from './format.ts';

const speaker = (name: string, capacity = 'RELAY', verb: string | null = null) => ({
  capacity,
  verb,
  source: { name },
});
const [witness, outlet] = [speaker('A witness', 'WITNESS'), speaker('An outlet')];
const coder = speaker('UCDP', 'ANALYST', 'coded');
const [activists, agency] = [speaker('ناشطون', 'WITNESS'), speaker('وكالة')];

test.each([
  ['A witness', [witness]],
  ['A witness → An outlet', [witness, outlet]],
  ['coded by UCDP from A witness → An outlet', [witness, outlet, coder]],
  ['coded by UCDP', [coder]],
  ['(coded by UCDP from A witness) → An outlet', [witness, coder, outlet]],
  ['concluded by A monitor from A witness', [witness, speaker('A monitor', 'ANALYST', 'says')]],
  ['A monitor', [speaker('A monitor', 'ANALYST')]],
  ['', []],
])('a chain reads "%s"', (text, chain) => expect(formatChain(chain)).toBe(text));

test.each([
  ['ناشطون عبر وكالة', [activists, agency]],
  ['ترميز UCDP عن ناشطون عبر وكالة', [activists, agency, coder]],
  ['(ترميز UCDP عن ناشطون) عبر وكالة', [activists, coder, agency]],
  ['استنتاج وكالة عن ناشطون', [activists, speaker('وكالة', 'ANALYST', 'estimated')]],
])('in Arabic, a chain reads "%s"', (text, chain) =>
  expect(formatChain(chain, { locale: 'ar' })).toBe(text),
);

test('an arrow is only between names that are written from left to right', () => {
  expect(formatChain([activists, agency])).toBe('ناشطون via وكالة');
  expect(formatChain([witness, agency, outlet])).toBe('A witness via وكالة via An outlet');
});

test('a speaker can be named with more than its name', () => {
  const nameOf = ({ capacity, source }: typeof witness) => `${source.name} (${capacity})`;
  expect(formatChain([witness, coder], { nameOf })).toBe(
    'coded by UCDP (ANALYST) from A witness (WITNESS)',
  );
});

test('a name is never taken for a pattern', () => {
  expect(formatChain([speaker('A $& #'), speaker("$' $1")])).toBe("A $& # → $' $1");
});
