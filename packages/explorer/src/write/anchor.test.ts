import { expect, test } from '@jest/globals';
import { anchorOf, selectedWords } from './anchor.ts';

const report = {
  title: 'Smoke over the mill',
  body: 'The mill burned. Later, the mill was empty.',
};

test('selected words are found where they were selected, also after the text was edited', () => {
  const passage = { quote: 'mill', start: 27 };
  expect(anchorOf({ ...report, body: `${report.body} More.` }, passage)).toEqual({
    problem: 'several',
  });
  expect(anchorOf(report, { quote: 'mill', start: 4 })).toEqual({ in: 'BODY', start: 4 });
  expect(anchorOf(report, { quote: 'was empty', start: 3 })).toEqual({ in: 'BODY', start: 33 });
});

test('words that are not in the text, or more than once, are not anchored', () => {
  expect(anchorOf(report, { quote: 'the bridge' })).toEqual({ problem: 'missing' });
  expect(anchorOf(report, { quote: 'mill' })).toEqual({ problem: 'several' });
  expect(anchorOf(report, { quote: 'Smoke over' })).toEqual({ in: 'TITLE', start: 0 });
});

test('a selection is taken without the spaces around it', () => {
  expect(selectedWords(report.body, 3, 16)).toEqual({ quote: 'mill burned.', start: 4 });
  expect(selectedWords(report.body, 3, 4)).toBeUndefined();
});
