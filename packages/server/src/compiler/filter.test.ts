import { describe, expect, test } from '@jest/globals';
import { textOf } from '../testing/sql-text.ts';
import type { IdType } from '../values/ids.ts';
import { DefaultFilter, FilterContext, Where } from './filter.ts';
import { raw, sql } from './sql.ts';

@DefaultFilter((row, own, whole) =>
  own.kind && !whole.isUsed('modality') ? sql`${row}.happened` : raw('true'),
)
class Filter {
  @Where((row, kind) => sql`${row}.kind = ${kind}`)
  kind?: string | null;

  @Where((row, modality) => sql`${row}.modality = ${modality}`)
  modality?: string | null;

  @Where((row, ids: string[], ctx) => sql`${row}.id = any(${ctx.keys(ids, 'Claim' as IdType)})`)
  id?: string[] | null;

  @Where((row, place, ctx) => {
    const at = ctx.alias();
    return sql`exists (select from place ${at} where ${at}.of = ${row}.id and ${at}.id = ${place})`;
  })
  place?: string | null;
}

const conditionOf = (input: object | null) =>
  textOf(new FilterContext('t0', ['filter']).filter(Filter, raw('c'), input));

describe('a filter', () => {
  test('has no condition if it is empty, null, or all its keys are null', () => {
    for (const input of [null, {}, { kind: null, and: null, or: null, not: null }])
      expect(conditionOf(input)).toBe('true');
  });

  test('combines the conditions of its keys by and', () => {
    expect(conditionOf({ modality: 'SAID', place: 'p' })).toBe(
      "(c.modality = 'SAID' and " +
        "exists (select from place t0f1 where t0f1.of = c.id and t0f1.id = 'p'))",
    );
  });

  test('gives each condition its own alias', () => {
    const text = conditionOf({ place: 'p', and: [{ place: 'q' }] });
    expect(text).toContain("t0f1.id = 'p'");
    expect(text).toContain("t0f2.id = 'q'");
  });

  test('refuses an id of another type with the path to it', () => {
    const id = 'fac_01900000-0000-7000-8000-00000000000a';
    expect(() => conditionOf({ or: [{}, { id: [id] }] })).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        issues: [expect.objectContaining({ path: ['filter', 'or', 1, 'id', 0] })],
      }),
    );
  });
});

describe('and, or, not', () => {
  test('an empty "and" is always true, an empty "or" never', () => {
    expect(conditionOf({ and: [] })).toBe('true');
    expect(conditionOf({ or: [] })).toBe('false');
  });

  test('an "or" that contains an empty filter matches everything', () => {
    expect(conditionOf({ or: [{}, { modality: 'SAID' }] })).toBe("(true or c.modality = 'SAID')");
  });

  test('"not" treats an unknown result as false', () => {
    expect(conditionOf({ not: { modality: 'SAID' } })).toBe(
      "not coalesce(c.modality = 'SAID', false)",
    );
  });

  test('can be nested', () => {
    expect(
      conditionOf({
        or: [{ modality: 'SAID' }, { and: [{ modality: 'A' }, { not: { modality: 'B' } }] }],
      }),
    ).toBe("(c.modality = 'SAID' or (c.modality = 'A' and not coalesce(c.modality = 'B', false)))");
  });
});

describe('the default condition of a filter', () => {
  test('applies by default', () => {
    expect(conditionOf({ kind: 'CLASH' })).toBe("(c.kind = 'CLASH' and c.happened)");
  });

  test('does not apply if the filter, or one around it, uses the key', () => {
    expect(conditionOf({ kind: 'CLASH', modality: 'FEARED' })).not.toContain('happened');
    expect(conditionOf({ modality: 'FEARED', or: [{ kind: 'CLASH' }] })).not.toContain('happened');
    expect(conditionOf({ kind: 'CLASH', and: [{ modality: 'FEARED' }] })).not.toContain('happened');
  });

  test('does not apply anywhere in a filter that uses the key in one alternative', () => {
    expect(conditionOf({ or: [{ kind: 'CLASH' }, { modality: 'FEARED' }] })).toBe(
      "(c.kind = 'CLASH' or c.modality = 'FEARED')",
    );
  });

  test('applies again below two "not", where it would keep rows out', () => {
    const twice = conditionOf({ not: { place: 'p', not: { kind: 'CLASH' } } });
    expect(twice).toContain("(c.kind = 'CLASH' and c.happened)");
  });

  test('does not apply below "not", where it would let rows in', () => {
    expect(conditionOf({ not: { or: [{ kind: 'CLASH' }] } })).toBe(
      "not coalesce((c.kind = 'CLASH'), false)",
    );
  });
});

test('a filter uses a key also within and, or, not, unless the value is null', () => {
  const asks = (input: object) => new FilterContext('t0', []).asks(input, 'modality');
  expect(asks({ or: [{ not: { and: [{ modality: 'SAID' }] } }] })).toBe(true);
  expect(asks({ or: [{ modality: null }], kind: 'CLASH' })).toBe(false);
});

@DefaultFilter((row, own, whole) =>
  own.kind ? sql`${row}.modality in (${whole.listed('modality').join('|')})` : raw('true'),
)
class ListingFilter {
  @Where(() => sql`k`)
  kind?: string | null;

  @Where(() => sql`m`)
  modality?: string[] | null;
}

describe('the values that a default condition finds listed for a key', () => {
  const listedIn = (input: object) =>
    [
      ...textOf(new FilterContext('t0', []).filter(ListingFilter, raw('c'), input)).matchAll(
        /c\.modality in \('(.*?)'\)/g,
      ),
    ].map(([, listed]) => listed);
  const kind = 'CLASH';
  const lists = (...modality: string[]) => ({ modality });

  test.each([
    ['the filter itself', { kind, ...lists('A', 'B') }, ['A|B']],
    ['its "and" and "or"', { kind, and: [lists('A')], or: [lists('B'), { kind }] }, ['A', 'A|B']],
    ['filters around it', { ...lists('A'), and: [{ or: [{ kind }] }] }, ['A']],
    ['filters that must match too', { and: [lists('A'), { kind }], or: [lists('B')] }, ['A|B']],
    ['no other alternative', { or: [{ kind }, { kind, ...lists('A') }] }, ['', 'A']],
    ['nothing below "not"', { kind, not: { or: [lists('A')] } }, ['']],
    ['what is below two "not"', { kind, not: { not: lists('A') } }, ['A']],
    ['what is beside it below two "not"', { not: { not: { kind, ...lists('A') } } }, ['A']],
  ])('are those of %s', (_where, input, expected) => {
    expect(listedIn(input)).toEqual(expected);
  });
});
