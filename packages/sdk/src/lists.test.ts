import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import * as lists from './lists.ts';
import {
  type ClosedList,
  claimKinds,
  credibilities,
  isKnown,
  type Label,
  labelOf,
  valuesOf,
} from './lists.ts';

const schema = buildSchema(
  readFileSync(new URL('../../server/schema.graphql', import.meta.url), 'utf8'),
);
const all = Object.values(lists as object).filter(
  (value): value is ClosedList<string> => typeof value === 'object',
);

test('every enum of the schema is a list, with its values in their order', () => {
  const enums = Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
    .map((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
  expect(all.map((list) => valuesOf(list))).toEqual(enums);
  expect(valuesOf(credibilities)).toEqual(['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX']);
});

test('every value has a label in English, and in all its list or nowhere in Arabic', () => {
  for (const list of all) {
    const labels = Object.values<Label>(list);
    for (const { en } of labels) expect(en).toMatch(/^[A-Z\d]/);
    const arabic = labels.filter(({ ar }) => ar !== undefined);
    expect([0, labels.length]).toContain(arabic.length);
    for (const { ar } of arabic) expect(ar).toMatch(/\p{Script=Arabic}/u);
    expect(new Set(labels.map(({ en }) => en)).size).toBe(labels.length);
  }
});

test('a value is known, unless it is new or a property that objects inherit', () => {
  expect(isKnown(claimKinds, 'AIRSTRIKE')).toBe(true);
  for (const value of ['DRONE_SWARM', 'constructor', '__proto__', ''])
    expect(isKnown(claimKinds, value)).toBe(false);
});

describe('the label of a value', () => {
  test('is in English or Arabic', () => {
    expect(labelOf(claimKinds, 'AIRSTRIKE')).toBe('Air strike');
    expect(labelOf(claimKinds, 'AIRSTRIKE', 'ar')).toBe('غارة جوية');
    expect(labelOf(credibilities, 'ONE')).toBe('1 – confirmed by other sources');
  });

  test('is in English where a list is for programs', () => {
    expect(labelOf(lists.directions, 'ASC', 'ar')).toBe('Asc');
  });

  test('is made of its words if this version does not know it', () => {
    expect(labelOf(claimKinds, 'DRONE_SWARM')).toBe('Drone swarm');
    expect(labelOf(claimKinds, 'constructor', 'ar')).toBe('Constructor');
    expect(labelOf(claimKinds, '')).toBe('');
  });
});

describe('the generator', () => {
  const small = buildSchema('type Query { a: Rank } enum Rank { LOW_RANK HIGH }');
  const generate = async (labels: object): Promise<string> => {
    const { plugin } = await import(new URL('../codegen/lists.mjs', import.meta.url).href);
    return plugin(small, [], { labels }).content;
  };

  test('keeps the order of the schema, and makes English labels of the words', async () => {
    const text = await generate({ en: { Rank: { HIGH: 'Top' } }, ar: {} });
    expect(text).toContain("LOW_RANK: { en: 'Low rank' },\nHIGH: { en: 'Top' },");
  });

  test('refuses labels of values that do not exist, and half a translation', async () => {
    const labels = { en: { Rank: { MIDDLE: 'x' } }, ar: { Rank: { HIGH: 'x' } } };
    await expect(generate(labels)).rejects.toThrow(
      'labels.en.json: there is no Rank.MIDDLE.\nlabels.ar.json: Rank.LOW_RANK is missing.',
    );
  });
});
