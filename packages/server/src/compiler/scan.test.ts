import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { claimScan } from '../claims/claim.scan.ts';
import { textOf } from '../testing/sql-text.ts';
import type { Position } from './cursor.ts';
import { FilterContext } from './filter.ts';
import { rangesAfter, type Sorting } from './keyset.ts';
import { everyRow, type Picking, pickRows, type Scan } from './scan.ts';
import { raw, sql } from './sql.ts';

const sorting: Sorting = {
  nullable: true,
  cast: 'date',
  primaryCasts: ['uuid'],
  direction: 'desc',
  backward: false,
};
const picking: Picking = {
  endCondition: raw('true'),
  limit: raw('3'),
  numbered: false,
  marksLast: false,
};
const keyedRange = { keyed: true, where: raw('k.day > now()') };
const undatedRange = { keyed: false, where: raw('k.day is null') };
const scan: Scan = {
  from: raw('kept k'),
  primary: [raw('k.id')],
  key: raw('k.day'),
  indexRanges: [{ where: raw('k.of = 1') }],
};
const pick = (
  of: Partial<Scan>,
  { from, ...given }: Partial<Picking> & { from?: Position } = {},
) => {
  const source = { ...scan, ...of };
  const ranges = rangesAfter(sorting, source, from);
  return textOf(pickRows(source, ranges, sorting, { ...picking, ...given }, []));
};
const rangesIn = (text: string) => text.match(/order by k\.day .*? limit 3/g)?.length ?? 0;

describe('the rows of a page are read from index ranges:', () => {
  test('from a single range in its own order, without a sort', () => {
    expect(pick({})).toBe(
      'select k.id as "_id0", k.day as _key from kept k where k.of = 1 ' +
        'order by k.day desc nulls last, k.id desc limit 3',
    );
  });

  test('up to the size of the page from each of several ranges, which are then merged', () => {
    const text = pick({ indexRanges: [keyedRange, { where: raw('k.of = 2') }] });
    expect(rangesIn(text)).toBe(2);
    expect(text).toMatch(/^select \* from \(\(.*\) union all \(.*\)\) ranges order by .* limit 3$/);
    expect(text).toContain(
      ') ranges order by ranges._key desc nulls last, ranges."_id0" desc limit 3',
    );
  });

  test('up to the size of the page for each value of a set', () => {
    expect(
      pick({ indexRanges: [{ forEach: [raw('kinds')], where: raw('k.kind = kinds.kind') }] }),
    ).toContain(
      'select ranged.* from kinds cross join lateral (' +
        'select k.id as "_id0", k.day as _key from kept k where k.kind = kinds.kind ' +
        'order by k.day desc nulls last, k.id desc limit 3) ranged',
    );
  });

  test('once, if two values of a set may return the same row', () => {
    expect(pick({ distinct: true })).toContain('select distinct * from (');
    expect(pick({ indexRanges: [keyedRange, undatedRange] })).not.toContain('distinct');
  });

  test('beyond a cursor, from each range that can have such rows', () => {
    const from = { key: '2018-07-01', primary: ['a'] };
    expect(rangesIn(pick({}, { from }))).toBe(2);
    expect(rangesIn(pick({ indexRanges: [keyedRange] }, { from }))).toBe(1);
    expect(rangesIn(pick({ indexRanges: [keyedRange, undatedRange] }, { from }))).toBe(2);
    expect(pick({ indexRanges: [keyedRange] }, { from })).not.toContain('is null');
  });

  test('none, if no range can have any, as with an undated cursor and dated ranges', () => {
    const text = pick({ indexRanges: [keyedRange] }, { from: { key: null, primary: ['a'] } });
    expect(text).toContain('where false');
    expect(rangesIn(text)).toBe(1);
  });

  test('before the other cursor, from every range', () => {
    const text = pick(
      { indexRanges: [keyedRange, undatedRange] },
      { endCondition: raw('k.id < 9') },
    );
    expect(text.match(/k\.id < 9/g)).toHaveLength(2);
  });

  test('with their numbers in the order of reading, and the last one marked', () => {
    expect(pick({}, { numbered: true })).toMatch(
      /row_number\(\) over \(order by placed\._key desc .*, placed\."_id0" desc\) as _n from/,
    );
    expect(pick({}, { numbered: true, marksLast: true })).toMatch(
      /lead\(false, 1, true\) .* as _last/,
    );
  });
});

test('rows are counted over all ranges, and once if a row may be in two', () => {
  const ranges = [keyedRange, { forEach: [raw('kinds')], where: raw('k.kind = kinds.kind') }];
  const counted = (distinct: boolean) =>
    textOf(everyRow({ ...scan, indexRanges: ranges, distinct }));
  expect(counted(false)).toBe(
    '(select * from (select k.id as "_id0" from kept k where k.day > now() union all select ' +
      'k.id as "_id0" from kinds cross join kept k where k.kind = kinds.kind) found) counted',
  );
  expect(counted(true)).toContain('select distinct * from');
});

describe('index ranges that answer a filter on claims', () => {
  const [place, other] = ['d', 'e'].map((end) => `loc_01900000-0000-7000-8000-00000000000${end}`);
  const faction = 'fac_01900000-0000-7000-8000-00000000000c';
  const source = 'src_01900000-0000-7000-8000-00000000000f';
  const period = (given: object = {}) => ({ match: 'OVERLAPS', unknown: false, ...given });

  const scanOf = (
    filter: Record<string, unknown>,
    given: Partial<Parameters<typeof claimScan>[0]> = {},
  ) =>
    claimScan({
      row: raw('t0'),
      filter,
      by: 'OCCURRED',
      index: undefined,
      ctx: new FilterContext('t0', ['filter']),
      ...given,
    });
  const rangesOf = (filter: Record<string, unknown>) =>
    scanOf(filter)?.indexRanges.map(({ where, forEach = [], keyed }) => ({
      where: textOf(where),
      forEach: forEach.map(textOf),
      keyed,
    }));

  test.each([
    ['a place', { place: { id: [place], scope: 'WITHIN' } }, 'claim_within indexed'],
    ['a faction', { party: { faction: [faction] } }, 'claim_of_faction indexed'],
    ['a source', { speaker: { source: [source], first: false } }, 'claim_of_source indexed'],
    ['a kind', { kind: ['CLASH'] }, 'claim t0'],
    ['a period', { occurred: period({ from: '2018-06-01' }) }, 'claim t0'],
  ])('start from %s', (_what, filter, from) => {
    expect(textOf(scanOf(filter)!.from)).toBe(from);
  });

  test('do not exist if no range would have a start', () => {
    expect(scanOf({})).toBeUndefined();
    expect(scanOf({ status: ['VERIFIED'] })).toBeUndefined();
    expect(scanOf({ kind: null, occurred: null })).toBeUndefined();
    expect(scanOf({ occurred: period() })).toBeUndefined();
  });

  test('do not exist in another order, since the index tables are in the order of OCCURRED', () => {
    expect(scanOf({ kind: ['CLASH'] }, { by: 'RECORDED' })).toBeUndefined();
  });

  test.each([
    ['only the place itself', { place: { id: [place], scope: 'EXACT' } }],
    ['a role at the place', { place: { id: [place], scope: 'WITHIN', role: ['AT'] } }],
    ['a role of the faction', { party: { faction: [faction], role: ['ACTOR'] } }],
    ['only the first speaker', { speaker: { source: [source], first: true } }],
  ])(
    'are not those of the index table if the filter has %s, which it does not contain',
    (_what, filter) => {
      expect(scanOf(filter)).toBeUndefined();
      const from = textOf(scanOf({ ...filter, kind: ['CLASH'] })!.from);
      expect(from).toBe('claim t0');
    },
  );

  test('are read once for an id that is given twice', () => {
    const [range] = rangesOf({ place: { id: [place, other, place], scope: 'WITHIN' } })!;
    expect(range!.forEach).toEqual([
      `(select unnest('{${place!.slice(4)},${other!.slice(4)}}'::uuid[])) things(id)`,
    ]);
  });

  test('return a claim once, if it may belong to several of the given records', () => {
    expect(scanOf({ party: { faction: [faction] } })!.distinct).toBe(true);
    expect(scanOf({ kind: ['CLASH'] })!.distinct).toBe(false);
  });

  test('of a kind contain what is said to have happened, unless a modality is given', () => {
    const happened = "modality = any('{";
    expect(rangesOf({ kind: ['CLASH'] })![0]!.where).toContain(happened);
    const [range] = rangesOf({ kind: ['CLASH'], or: [{ modality: ['FEARED'] }] })!;
    expect(range!.where).toContain("any('{FEARED}'::text[])");
    expect(range!.where).toContain("any('{ASSERTED,ESTIMATED,ALLEGED,FEARED}'::text[])");
  });

  test('leave out withdrawn claims', () => {
    expect(rangesOf({ kind: ['CLASH'] })![0]!.where).toContain('t0.withdrawn_at is null');
  });

  test('join the claim, if the index table lacks a column that the filter needs', () => {
    const inPlace = { place: { id: [place], scope: 'WITHIN' } };
    expect(textOf(scanOf(inPlace)!.from)).toBe('claim_within indexed');
    expect(textOf(scanOf({ ...inPlace, status: ['VERIFIED'] })!.from)).toBe('claim_within indexed');
    expect(textOf(scanOf({ ...inPlace, aggregate: true })!.from)).toBe(
      'claim_within indexed join claim t0 on t0.id = indexed.claim_id',
    );
  });

  test('of a connection are those of its own index table', () => {
    const kept = { from: raw('claim_within indexed'), where: sql`indexed.location_id = ${'p'}` };
    const filter = { party: { faction: [faction] }, kind: ['CLASH'] };
    const scanned = scanOf(filter, { index: kept })!;
    expect(textOf(scanned.from)).toMatch(/^claim_within indexed join claim t0/);
    expect(textOf(scanned.indexRanges[0]!.where)).toContain("indexed.location_id = 'p'");
    expect(textOf(scanned.indexRanges[0]!.where)).toContain('claim_party');
  });

  describe('over a period', () => {
    const overlaps = (given: object) =>
      rangesOf({ occurred: period(given) })!.map(({ where, forEach, keyed }) => [
        where.replaceAll('coalesce(t0.occurred_latest, t0.occurred_earliest)', 'END'),
        forEach.length,
        keyed,
      ]);

    test('with both bounds are the claims that end in it, end after it, and have no end', () => {
      const [within, after, open, ...more] = overlaps({ from: '2018-06-01', to: '2018-06-30' });
      expect(more).toEqual([]);
      expect(within).toEqual([
        "t0.withdrawn_at is null and END >= '2018-06-01'::date and END <= '2018-06-30'::date",
        0,
        true,
      ]);
      expect(after![0]).toMatch(
        /END > '2018-06-30'::date .*occurred_earliest <= '2018-06-30'::date/s,
      );
      expect(after!.slice(1)).toEqual([1, true]);
      expect(open![0]).toMatch(/ = -1 .*END < '2018-06-01'::date$/);
    });

    test('without an end have no range of claims that end after it', () => {
      expect(overlaps({ from: '2018-06-01' }).map(([where]) => where)).toEqual([
        expect.stringMatching(/ and END >= '2018-06-01'::date$/),
        expect.stringMatching(/END < '2018-06-01'::date$/),
      ]);
    });

    test('without a start have no range of claims that are open above', () => {
      expect(overlaps({ to: '2018-06-30' }).map(([where]) => where)).toEqual([
        expect.stringMatching(/ and END <= '2018-06-30'::date$/),
        expect.stringContaining("END > '2018-06-30'::date"),
      ]);
    });

    test('that must contain the claim are one range, of claims with known bounds', () => {
      const [range, ...more] = overlaps({
        from: '2018-06-01',
        to: '2018-06-30',
        match: 'WITHIN',
      });
      expect(more).toEqual([]);
      expect(range![0]).toContain("t0.occurred_earliest >= '2018-06-01'::date");
      expect(range![0]).toMatch(/span_of\(t0\.occurred_earliest, t0\.occurred_latest\) >= 0$/);
    });

    test('have undated claims on request, as a range without a sort key', () => {
      expect(overlaps({ from: '2018-06-01', unknown: true }).at(-1)).toEqual([
        't0.withdrawn_at is null and END is null',
        0,
        false,
      ]);
    });

    test('are refused if it ends before it starts', () => {
      expect(() =>
        rangesOf({ occurred: period({ from: '2018-07-01', to: '2018-06-01' }) }),
      ).toThrow(
        expect.objectContaining({
          code: 'BAD_USER_INPUT',
          issues: [expect.objectContaining({ path: ['filter', 'occurred', 'to'] })],
        }),
      );
    });
  });
});
