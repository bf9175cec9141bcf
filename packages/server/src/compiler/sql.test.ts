import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import {
  addedColumn,
  column,
  columnsRead,
  compile,
  fingerprintOf,
  fingerprintOfData,
  join,
  type Param,
  raw,
  sql,
} from './sql.ts';

const row = raw('t3');
const condition = (value: unknown) => sql`a = ${value}`;

describe('a fragment', () => {
  test('has the same fingerprint as another one exactly if their texts are equal', () => {
    const fingerprint = (fragment: Parameters<typeof compile>[0]) => fingerprintOf(fragment, []);
    expect(fingerprint(condition(1))).toBe(fingerprint(condition('x')));
    expect(fingerprint(sql`${condition(1)} or b`)).not.toBe(fingerprint(condition(1)));
    expect(fingerprint(column(row, 'a'))).toBe(fingerprint(column(raw('t3'), 'a')));
    expect(fingerprint(column(row, 'a'))).not.toBe(fingerprint(column(row, 'b')));
    expect(fingerprint(column(row, 'a'))).not.toBe(fingerprint(column(raw('t4'), 'a')));
    expect(fingerprint(column(row, 'a'))).not.toBe(fingerprint(addedColumn(row, raw('"a"'))));
  });

  test('lists its parameters in order, and compiles to a text that numbers them', () => {
    const params: Param[] = [];
    const both = join([condition(1), condition(2)], ' or ');
    fingerprintOf(both, params);
    expect(params.map(({ value }) => value)).toEqual([1, 2]);
    expect(compile(both)).toEqual({ text: 'a = $1 or a = $2', params });
  });

  test('sends a parameter that occurs twice once', () => {
    const once = condition(1);
    expect(compile(sql`${once} and ${once}`)).toEqual({
      text: 'a = $1 and a = $1',
      params: once.parts,
    });
  });
});

describe('the columns that fragments read of a row', () => {
  test('are found at any depth, each once', () => {
    const [a, b] = [column(row, 'a'), column(row, 'b')];
    const deep = sql`(${sql`${b} = ${1}`} or ${a} = ${b})`;
    expect(columnsRead(row, [deep, column(row, 'c')])).toEqual(['b', 'a', 'c']);
  });

  test('are not those of other rows, nor those that the statement added', () => {
    const others = sql`${column(raw('t4'), 'a')} = ${addedColumn(row, raw('_key'))}`;
    expect(columnsRead(row, [others])).toEqual([]);
  });

  test('are unknown where the row itself is used', () => {
    for (const use of [sql`${row}.*`, sql`f(${row})`, sql`${row}.a`])
      expect(columnsRead(row, [column(row, 'b'), sql`(${use})`])).toBeUndefined();
  });
});

describe('the fingerprint of data', () => {
  const fingerprint = (data: unknown) => fingerprintOfData(data, []);
  const data = { where: sql`a = ${1}`, ranges: [sql`b`, { keyed: true }], none: undefined };

  test('covers every property, at any depth', () => {
    const others = [
      { ...data, where: sql`a > ${1}` },
      { ...data, ranges: [sql`b`, { keyed: false }] },
      { ...data, ranges: [sql`b`] },
      { ...data, ranges: [{ keyed: true }, sql`b`] },
      { ...data, none: null },
      { ...data, more: 1 },
    ];
    const all = [data, ...others].map(fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });

  test('does not depend on the values of parameters, which it lists in order', () => {
    const params: Param[] = [];
    const of = (value: number) => ({ a: condition(value), b: [condition(value + 1)] });
    expect(fingerprintOfData(of(1), params)).toBe(fingerprint(of(5)));
    expect(params.map(({ value }) => value)).toEqual([1, 2]);
  });

  test('does not exist for a function', () => {
    expect(() => fingerprint({ rows: () => sql`a` })).toThrow('A function has no fingerprint.');
  });
});
