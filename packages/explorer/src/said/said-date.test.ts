import { expect, test } from '@jest/globals';
import { understandDate } from './said-date.ts';

const edtf = (text: string) => {
  const said = understandDate(text);
  return 'problem' in said ? said.problem : `${said.edtf}${said.extent === 'WITHIN' ? '' : ' all'}`;
};

test.each([
  ['2018', '2018'],
  ['July 2018', '2018-07'],
  ['in July of 2018', '2018-07'],
  ['10 July 2018', '2018-07-10'],
  ['on the 3rd of July 2018', '2018-07-03'],
  ['July 10, 2018', '2018-07-10'],
  ['2018-7-3', '2018-07-03'],
  ['25.7.2018', '2018-07-25'],
  ['7/25/2018', '2018-07-25'],
  ['early July 2018', '2018-07-01/2018-07-10'],
  ['mid-July 2018', '2018-07-11/2018-07-20'],
  ['late February 2016', '2016-02-21/2016-02-29'],
  ['about 10 July 2018', '2018-07-10~'],
  ['possibly July 2018', '2018-07?'],
  ['a day in July 2018', '2018-07-XX'],
  ['summer 2018', '2018-22'],
  ['2018-24', '2018-24'],
  ['the 2010s', '201X'],
  ['between 3 and 5 July 2018', '2018-07-03/2018-07-05'],
  ['from 19 June to 10 July 2018', '2018-06-19/2018-07-10 all'],
  ['19 June – 10 July 2018', '2018-06-19/2018-07-10'],
  ['3-5 July 2018', '2018-07-03/2018-07-05'],
  ['early June to mid July 2018', '2018-06-01/2018-07-20'],
  ['throughout July 2018', '2018-07 all'],
  ['since 19 June 2018', '2018-06-19/.. all'],
  ['until July 2018', '../2018-07'],
  ['before early July 2018', '../2018-06-30'],
  ['before July 2018', '../2018-06'],
  ['before 1 March 2018', '../2018-02-28'],
  ['after 2018', '2019/..'],
  ['2018-06-19/2018-07-10~', '2018-06-19/2018-07-10~'],
  ['2018-06-19/..', '2018-06-19/..'],
  ['١٠ تموز ٢٠١٨', '2018-07-10'],
  ['أوائل تموز 2018', '2018-07-01/2018-07-10'],
  ['بين 3 و5 يوليو 2018', '2018-07-03/2018-07-05'],
  ['منذ 19 حزيران 2018', '2018-06-19/.. all'],
  ['شباط 2018', '2018-02'],
])('"%s" is understood as %s', (text, expected) => {
  expect(edtf(text)).toBe(expected);
});

test.each([
  ['yesterday', 'relative'],
  ['last week', 'relative'],
  ['on Monday', 'relative'],
  ['10 July', 'noYear'],
  ['early July', 'noYear'],
  ['5/7/2018', 'ambiguous'],
  ['30 February 2018', 'unknown'],
  ['2018-13', 'unknown'],
  ['2018-02-30', 'unknown'],
  ['from 10 July 2018 to 3 July 2018', 'reversed'],
  ['when the market was full', 'unknown'],
  ['Ramadan 2018', 'unknown'],
  ['about early July 2018', 'unknown'],
  ['July', 'noYear'],
  ['may have been 2018', 'unknown'],
  ['', 'unknown'],
  ['2018-25', 'unknown'],
  ['2018-20', 'unknown'],
  ['2018-41/2018-08', 'unknown'],
])('"%s" is not understood, and no day is guessed: %s', (text, problem) => {
  expect(edtf(text)).toBe(problem);
});

test.each([
  ['early July 2018', true],
  ['since early July 2018', true],
  ['by early July 2018', true],
  ['before mid July 2018', true],
  ['منذ أوائل تموز 2018', true],
  ['from early June to 10 July 2018', true],
  ['throughout early July 2018', true],
  ['since July 2018', false],
  ['by 3 July 2018', false],
])('"%s" takes days that this page chose: %s', (text, expected) => {
  expect('isConvention' in understandDate(text)).toBe(expected);
});
