import { expect, test } from '@jest/globals';
import { claimWith, draftWith } from './draft.testing.ts';
import { inputOf } from './to-input.ts';

test('what is left empty is left out, so nothing is made up', () => {
  const { report, claims } = inputOf(draftWith({ body: '' }));
  expect(report).toEqual({ title: 'Bread and fire', kind: 'ARTICLE' });
  expect(claims[0]).toEqual({
    statement: 'A bakery was shelled.',
    kind: 'SHELLING',
    modality: 'ASSERTED',
    attributions: [
      { chain: [{ source: { id: expect.any(String) }, capacity: 'WITNESS', verb: 'said' }] },
    ],
    places: [],
    parties: [],
    quantities: [],
  });
});

test('dates and figures are sent as understood, with the words that were typed', () => {
  const claim = claimWith({
    when: { text: 'early July 2018', isInferred: true },
    figures: [{ measure: 'PEOPLE_KILLED', text: 'at least 6' }],
    quote: 'The bakery',
    start: 19,
  });
  const [input] = inputOf(draftWith({ claims: [claim] })).claims;
  expect(input).toMatchObject({
    occurred: {
      edtf: '2018-07-01/2018-07-10',
      asWritten: 'early July 2018',
      basis: 'INFERRED',
      extent: 'WITHIN',
    },
    quantities: [
      { measure: 'PEOPLE_KILLED', asWritten: 'at least 6', min: 6, best: null, max: null },
    ],
    passage: { quote: 'The bakery', in: 'BODY', start: 19 },
  });
});

test('a record that is created here has the name in the script in which it was typed', () => {
  const place = { label: 'المخبز', kind: 'FACILITY' as const, parent: undefined };
  const [input] = inputOf(
    draftWith({ claims: [claimWith({ places: [{ place, role: 'AT' }] })] }),
  ).claims;
  expect(input?.places).toEqual([
    {
      role: 'AT',
      location: {
        new: { kind: 'FACILITY', names: [{ text: 'المخبز', kind: 'PRIMARY', script: 'Arab' }] },
      },
    },
  ]);
});

test('authors, cited reports and parts of figures are sent where they were typed', () => {
  const claim = claimWith({
    citations: [
      { report: { label: 'The well', kind: 'ARTICLE', url: 'https://example.org' }, locator: '2' },
    ],
    figures: [
      {
        ...{ measure: 'PEOPLE_KILLED', text: '40' },
        parts: [{ text: '12', category: 'CHILDREN', faction: { id: 'fac_1', label: 'Reds' } }],
      },
    ],
  });
  const author = { id: 'src_1', label: 'A reporter' } as const;
  const input = inputOf(draftWith({ authors: [author], claims: [claim] }));
  expect(input.report.authors).toEqual([{ id: 'src_1' }]);
  expect(input.claims[0]?.citations).toEqual([
    {
      report: { new: { title: 'The well', kind: 'ARTICLE', url: 'https://example.org' } },
      locator: '2',
    },
  ]);
  expect(input.claims[0]?.quantities).toEqual([
    {
      ...{ measure: 'PEOPLE_KILLED', asWritten: '40', min: 40, best: null, max: 40 },
      approximate: false,
      parts: [
        {
          ...{ measure: 'PEOPLE_KILLED', asWritten: '12', min: 12, best: null, max: 12 },
          ...{ approximate: false, category: 'CHILDREN', faction: { id: 'fac_1' } },
        },
      ],
    },
  ]);
});
