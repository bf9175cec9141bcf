import { describe, expect, test } from '@jest/globals';
import { textOf } from '../testing/sql-text.ts';
import type { IdType } from '../values/ids.ts';
import { DefaultFilter, FilterContext, Where } from './filter.ts';
import { raw, sql } from './sql.ts';

@DefaultFilter((row, own, asked) =>
  own.kind && !asked('modality') ? sql`${row}.happened` : raw('true'),
)
class Filter {
  @Where((row, kind) => sql`${row}.kind = ${kind}`)
  kind?: string | null;

  @Where((row, modality) => sql`${row}.modality = ${modality}`)
  modality?: string | null;

  @Where((row, ids: string[], use) => sql`${row}.id = any(${use.keys(ids, 'Claim' as IdType)})`)
  id?: string[] | null;

  @Where((row, place, use) => {
    const at = use.alias();
    return sql`exists (select from place ${at} where ${at}.of = ${row}.id and ${at}.id = ${place})`;
  })
  place?: string | null;
}

const written = (input: object | null) =>
  textOf(new FilterContext('t0', ['filter']).filter(Filter, raw('c'), input));

describe('a filter', () => {
  test('that is empty, null, or whose keys are null asks nothing', () => {
    for (const input of [null, {}, { kind: null, and: null, or: null, not: null }])
      expect(written(input)).toBe('true');
  });

  test('holds where all of its keys hold', () => {
    expect(written({ modality: 'SAID', place: 'p' })).toBe(
      "(c.modality = 'SAID' and exists (select from place t0f1 where t0f1.of = c.id and t0f1.id = 'p'))",
    );
  });

  test('gives each condition an alias of its own', () => {
    const text = written({ place: 'p', and: [{ place: 'q' }] });
    expect(text).toContain("t0f1.id = 'p'");
    expect(text).toContain("t0f2.id = 'q'");
  });

  test('refuses an id of another type and says where it is', () => {
    const id = 'fac_01900000-0000-7000-8000-00000000000a';
    expect(() => written({ or: [{}, { id: [id] }] })).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        issues: [expect.objectContaining({ path: ['filter', 'or', 1, 'id', 0] })],
      }),
    );
  });

  test('may hold a hundred conditions, and no more, however deep they are', () => {
    const many = (count: number) => ({ and: Array(count).fill({ modality: 'SAID' }) });
    expect(written(many(99)).match(/modality/g)).toHaveLength(99);
    expect(() => written(many(100))).toThrow('A filter may hold at most 100 conditions.');
  });
});

describe('and, or, not', () => {
  test('"and" of none holds always, "or" of none never', () => {
    expect(written({ and: [] })).toBe('true');
    expect(written({ or: [] })).toBe('false');
  });

  test('"or" with an empty filter in it lets everything in', () => {
    expect(written({ or: [{}, { modality: 'SAID' }] })).toBe("(true or c.modality = 'SAID')");
  });

  test('"not" takes what is unknown as not so', () => {
    expect(written({ not: { modality: 'SAID' } })).toBe("not coalesce(c.modality = 'SAID', false)");
  });

  test('they nest', () => {
    expect(
      written({
        or: [{ modality: 'SAID' }, { and: [{ modality: 'A' }, { not: { modality: 'B' } }] }],
      }),
    ).toBe("(c.modality = 'SAID' or (c.modality = 'A' and not coalesce(c.modality = 'B', false)))");
  });
});

describe('what a filter leaves out by default', () => {
  test('is left out', () => {
    expect(written({ kind: 'CLASH' })).toBe("(c.kind = 'CLASH' and c.happened)");
  });

  test('is let in where the filter, or one around it, asks for it', () => {
    expect(written({ kind: 'CLASH', modality: 'FEARED' })).not.toContain('happened');
    expect(written({ modality: 'FEARED', or: [{ kind: 'CLASH' }] })).not.toContain('happened');
    expect(written({ kind: 'CLASH', and: [{ modality: 'FEARED' }] })).not.toContain('happened');
  });

  test('is let in everywhere in a filter that asks for it in one alternative', () => {
    expect(written({ or: [{ kind: 'CLASH' }, { modality: 'FEARED' }] })).toBe(
      "(c.kind = 'CLASH' or c.modality = 'FEARED')",
    );
  });

  test('is not left out below "not", where it would be let in again', () => {
    expect(written({ not: { or: [{ kind: 'CLASH' }] } })).toBe(
      "not coalesce((c.kind = 'CLASH'), false)",
    );
  });
});

test('whether a filter asks by a key is seen through and, or, not; a key that is null does not count', () => {
  const asks = (input: object) => new FilterContext('t0', []).asks(input, 'modality');
  expect(asks({ or: [{ not: { and: [{ modality: 'SAID' }] } }] })).toBe(true);
  expect(asks({ or: [{ modality: null }], kind: 'CLASH' })).toBe(false);
});
