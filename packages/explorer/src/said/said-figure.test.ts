import { expect, test } from '@jest/globals';
import { understandFigure } from './said-figure.ts';

const bounds = (text: string) => {
  const figure = understandFigure(text);
  if (!figure) return undefined;
  const { min, best, max, approximate } = figure;
  return `${min ?? '?'} ${best ?? '?'} ${max ?? '?'}${approximate ? ' about' : ''}`;
};

test.each([
  ['11', '11 ? 11'],
  ['6,000', '6000 ? 6000'],
  ['6 000', '6000 ? 6000'],
  ['0', '0 ? 0'],
  ['eleven', '11 ? 11'],
  ['twenty-one', '21 ? 21'],
  ['two hundred and five', '205 ? 205'],
  ['6 thousand', '6000 ? 6000'],
  ['1.5 million', '1500000 ? 1500000'],
  ['a dozen', '12 ? 12'],
  ['two dozen', '24 ? 24'],
  ['at least 6,000', '6000 ? ?'],
  ['6,000 or more', '6000 ? ?'],
  ['6000+', '6000 ? ?'],
  ['more than 6,000', '6001 ? ?'],
  ['up to 50', '? ? 50'],
  ['fewer than 50', '? ? 49'],
  ['about two thousand', '? 2000 ? about'],
  ['nearly 2,000', '? 2000 ? about'],
  ['between 3 and 7', '3 ? 7'],
  ['3–7', '3 ? 7'],
  ['3 to 7', '3 ? 7'],
  ['two hundred to three hundred', '200 ? 300'],
  ['٦٬٠٠٠ على الأقل', '6000 ? ?'],
  ['أكثر من 6 آلاف', '6001 ? ?'],
  ['نحو ألف', '? 1000 ? about'],
  ['بين 3 و7', '3 ? 7'],
])('"%s" is understood as %s', (text, expected) => {
  expect(bounds(text)).toBe(expected);
});

test.each([
  'dozens',
  'hundreds of families',
  'several',
  'many',
  '7 to 3',
  'fewer than 0',
  '-5',
  '2.5',
  '6 7',
  '1,00',
  '3,000,000,000',
  'between many and 7',
  'two to three hundred',
  'at least a few',
  '',
])('"%s" is not understood, and no number is guessed', (text) => {
  expect(understandFigure(text)).toBeUndefined();
});
