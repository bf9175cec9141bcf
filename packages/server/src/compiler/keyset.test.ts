import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { scratchDatabase } from '../testing/scratch.ts';
import { textOf } from '../testing/sql-text.ts';
import type { Position } from './cursor.ts';
import {
  orderBy,
  orderWithin,
  rangesAfter,
  type SortColumns,
  type Sorting,
  sideOf,
} from './keyset.ts';
import { raw } from './sql.ts';

const sorting = (given: Partial<Sorting> = {}): Sorting => ({
  nullable: true,
  cast: 'date',
  primaryCasts: ['int'],
  direction: 'desc',
  backward: false,
  ...given,
});
const columns: SortColumns = { key: raw('day'), primary: [raw('id')] };
const ranges = (given: Partial<Sorting>, from?: Position, by = columns) =>
  rangesAfter(sorting(given), by, from).map(({ where, keyed }) => [textOf(where), keyed]);

const dated: Position = { key: '2018-07-01', primary: ['7'] };
const undated: Position = { key: null, primary: ['7'] };

describe('the ranges beyond a cursor', () => {
  test('forward from a dated row are the dated rows beyond it, then all undated rows', () => {
    expect(ranges({}, dated)).toEqual([
      ["(day, id) < ('2018-07-01'::date, '7'::int)", true],
      ['day is null', false],
    ]);
    expect(ranges({ direction: 'asc' }, dated)).toEqual([
      ["(day, id) > ('2018-07-01'::date, '7'::int)", true],
      ['day is null', false],
    ]);
  });

  test('backward from a dated row are only dated rows, since undated ones come last', () => {
    expect(ranges({ backward: true }, dated)).toEqual([
      ["(day, id) > ('2018-07-01'::date, '7'::int)", true],
    ]);
  });

  test('forward from an undated row are only the undated rows beyond it', () => {
    expect(ranges({}, undated)).toEqual([["day is null and (id) < ('7'::int)", false]]);
  });

  test('backward from an undated row are the undated rows beyond it, then all dated rows', () => {
    expect(ranges({ backward: true }, undated)).toEqual([
      ["day is null and (id) > ('7'::int)", false],
      ['day is not null', true],
    ]);
  });

  test('are one range if the key is never null', () => {
    expect(ranges({ nullable: false })).toEqual([['true', undefined]]);
    expect(ranges({ nullable: false }, dated)).toEqual([
      ["(day, id) < ('2018-07-01'::date, '7'::int)", undefined],
    ]);
  });

  test('compare a primary key of several columns column by column', () => {
    const several = { key: raw('day'), primary: [raw('kind'), raw('id')] };
    const from = { key: '2018-07-01', primary: ['a', '7'] };
    expect(ranges({ nullable: false, primaryCasts: ['uuid', 'int'] }, from, several)).toEqual([
      ["(day, kind, id) < ('2018-07-01'::date, 'a'::uuid, '7'::int)", undefined],
    ]);
  });
});

describe('without a cursor', () => {
  test('the descending order is one range, since the index has undated rows last', () => {
    expect(ranges({})).toEqual([['true', undefined]]);
    expect(ranges({ backward: true })).toEqual([['true', undefined]]);
  });

  test('the ascending order is a range of dated and one of undated rows, from either end', () => {
    const both = [
      ['day is not null', true],
      ['day is null', false],
    ];
    expect(ranges({ direction: 'asc' })).toEqual(both);
    expect(ranges({ direction: 'asc', backward: true })).toEqual(both.toReversed());
  });
});

describe('order by', () => {
  const orders = (of: typeof orderBy) =>
    (['asc', 'desc'] as const).flatMap((direction) =>
      [false, true].map((backward) => textOf(of(sorting({ direction, backward }), columns))),
    );

  test('of a list has undated rows last, and first if it is read backward', () => {
    expect(orders(orderBy)).toEqual([
      'day asc nulls last, id asc',
      'day desc nulls first, id desc',
      'day desc nulls last, id desc',
      'day asc nulls first, id asc',
    ]);
  });

  test('within a range is always an order of the index, read from either end', () => {
    expect(orders(orderWithin)).toEqual([
      'day asc nulls first, id asc',
      'day desc nulls last, id desc',
      'day desc nulls last, id desc',
      'day asc nulls first, id asc',
    ]);
  });
});

describe('on PostgreSQL', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client(await scratchDatabase());
    await client.connect();
  });
  afterAll(() => client?.end());

  /** Equal days, equal ids in no order of days, and rows without a day. */
  const rows = [
    { id: 4, day: '2018-06-01' },
    { id: 1, day: '2018-06-02' },
    { id: 5, day: '2018-06-02' },
    { id: 2, day: '2018-06-03' },
    { id: 3, day: null },
    { id: 6, day: null },
  ];
  const values = rows.map(({ id, day }) => `(${id}, ${day === null ? 'null' : `'${day}'`}::date)`);
  const table = `(values ${values}) rows(id, day)`;
  const select = async (where: string, order: string): Promise<number[]> =>
    (await client.query(`select id from ${table} where ${where} order by ${order}`)).rows.map(
      ({ id }) => id,
    );
  const shown = {
    asc: [4, 1, 5, 2, 3, 6],
    desc: [2, 5, 1, 4, 6, 3],
  };
  const positions = rows.map(({ id, day }): Position => ({ key: day, primary: [`${id}`] }));
  const cases = (['asc', 'desc'] as const).flatMap((direction) =>
    [false, true].map((backward) => ({ direction, backward })),
  );

  test.each(cases)(
    'the ranges return exactly the rest of the list, in order: $direction, backward: $backward',
    async ({ direction, backward }) => {
      const given = sorting({ direction, backward });
      const list = backward ? shown[direction].toReversed() : shown[direction];
      for (const from of [undefined, ...positions]) {
        const found: number[] = [];
        for (const { where } of rangesAfter(given, columns, from))
          found.push(...(await select(textOf(where), textOf(orderWithin(given, columns)))));
        expect([from, found]).toEqual([
          from,
          from ? list.slice(list.indexOf(Number(from.primary[0])) + 1) : list,
        ]);
      }
    },
  );

  test.each(cases)(
    'a position splits the list into the rows before and after it: $direction, backward: $backward',
    async ({ direction, backward }) => {
      const given = sorting({ direction, backward });
      const order = textOf(orderBy(sorting({ direction }), columns));
      for (const at of positions) {
        const index = shown[direction].indexOf(Number(at.primary[0]));
        expect(await select(textOf(sideOf(given, columns, at, 'after')), order)).toEqual(
          shown[direction].slice(index + 1),
        );
        expect(await select(textOf(sideOf(given, columns, at, 'before')), order)).toEqual(
          shown[direction].slice(0, index),
        );
      }
    },
  );
});
