import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { claimScan } from '../claims/claim.scan.ts';
import { textOf } from '../testing/sql-text.ts';
import { FilterContext } from './filter.ts';
import { rangesAfter, type Sorting } from './keyset.ts';
import { everyRow, type Picking, pickRows, type Scan } from './scan.ts';
import { raw, sql } from './sql.ts';

const sorting: Sorting = {
  key: raw('k.day'),
  nullable: true,
  cast: 'date',
  primary: [raw('k.id')],
  primaryCasts: ['uuid'],
  direction: 'desc',
  backward: false,
};
const picking: Picking = {
  bound: raw('true'),
  limit: raw('3'),
  numbered: false,
  ended: false,
  own: [],
};
const keyedArm = { keyed: true, where: raw('k.day > now()') };
const undatedArm = { keyed: false, where: raw('k.day is null') };
const scan: Scan = {
  from: raw('kept k'),
  primary: [raw('k.id')],
  key: raw('k.day'),
  ranges: [{ where: raw('k.of = 1') }],
};
const pick = (
  of: Partial<Scan>,
  { from, ...given }: Partial<Picking> & { from?: Parameters<typeof rangesAfter>[1] } = {},
) =>
  textOf(
    pickRows({ ...scan, ...of }, rangesAfter(sorting, from), sorting, { ...picking, ...given }),
  );
const rangesIn = (text: string) => text.match(/order by k\.day .*? limit 3/g)?.length ?? 0;

describe('rows of a page are picked from index ranges', () => {
  test('from a single range in its own order, without a sort', () => {
    expect(pick({})).toBe(
      'select k.id as "_id0", k.day as _key from kept k where k.of = 1 order by k.day desc nulls last, k.id desc limit 3',
    );
  });

  test('from several ranges, each up to the size of the page, which are then merged', () => {
    const text = pick({ ranges: [keyedArm, { where: raw('k.of = 2') }] });
    expect(rangesIn(text)).toBe(2);
    expect(text).toMatch(
      /^select \* from \(\(.*\) union all \(.*\)\) ranges order by ranges\._key desc nulls last, ranges\."_id0" desc limit 3$/,
    );
  });

  test('value by value of a set, each up to the size of the page', () => {
    expect(
      pick({ ranges: [{ forEach: [raw('kinds')], where: raw('k.kind = kinds.kind') }] }),
    ).toContain(
      'select ranged.* from kinds cross join lateral (select k.id as "_id0", k.day as _key from kept k where k.kind = kinds.kind order by k.day desc nulls last, k.id desc limit 3) ranged',
    );
  });

  test('once, where two values of a set may bring the same row', () => {
    expect(pick({ distinct: true })).toContain('select distinct * from (');
    expect(pick({ ranges: [keyedArm, undatedArm] })).not.toContain('distinct');
  });

  test('past a cursor, in each of its ranges, but not in those that cannot hold any', () => {
    const from = { key: '2018-07-01', primary: ['a'] };
    expect(rangesIn(pick({}, { from }))).toBe(2);
    expect(rangesIn(pick({ ranges: [keyedArm] }, { from }))).toBe(1);
    expect(rangesIn(pick({ ranges: [keyedArm, undatedArm] }, { from }))).toBe(2);
    expect(pick({ ranges: [keyedArm] }, { from })).not.toContain('is null');
  });

  test('none, where no range can hold any: an undated cursor in dated ranges', () => {
    const text = pick({ ranges: [keyedArm] }, { from: { key: null, primary: ['a'] } });
    expect(text).toContain('where false');
    expect(rangesIn(text)).toBe(1);
  });

  test('within the other cursor, in every range', () => {
    const text = pick({ ranges: [keyedArm, undatedArm] }, { bound: raw('k.id < 9') });
    expect(text.match(/k\.id < 9/g)).toHaveLength(2);
  });

  test('numbered from 1 in the order of reading, with the last one marked', () => {
    expect(pick({}, { numbered: true })).toMatch(
      /row_number\(\) over \(order by placed\._key desc nulls last, placed\."_id0" desc\) as _n from/,
    );
    expect(pick({}, { numbered: true, ended: true })).toMatch(/lead\(false, 1, true\) .* as _last/);
  });
});

test('rows are counted over all ranges, and once where a row may be in two', () => {
  const arms = [keyedArm, { forEach: [raw('kinds')], where: raw('k.kind = kinds.kind') }];
  const counted = (distinct: boolean) => textOf(everyRow({ ...scan, ranges: arms, distinct }));
  expect(counted(false)).toBe(
    '(select * from (select k.id as "_id0" from kept k where k.day > now() union all select k.id as "_id0" from kinds cross join kept k where k.kind = kinds.kind) found) counted',
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
  const armsOf = (filter: Record<string, unknown>) =>
    scanOf(filter)?.ranges.map(({ where, forEach: over = [], keyed }) => ({
      where: textOf(where),
      over: over.map(textOf),
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

  test('there are none where a range would have no start', () => {
    expect(scanOf({})).toBeUndefined();
    expect(scanOf({ status: ['VERIFIED'] })).toBeUndefined();
    expect(scanOf({ kind: null, occurred: null })).toBeUndefined();
    expect(scanOf({ occurred: period() })).toBeUndefined();
  });

  test('there are none in another order, for the index tables are in the order of OCCURRED', () => {
    expect(scanOf({ kind: ['CLASH'] }, { by: 'RECORDED' })).toBeUndefined();
  });

  test.each([
    ['the place itself alone', { place: { id: [place], scope: 'EXACT' } }],
    ['a role at the place', { place: { id: [place], scope: 'WITHIN', role: ['AT'] } }],
    ['a role of the faction', { party: { faction: [faction], role: ['ACTOR'] } }],
    ['the first speaker alone', { speaker: { source: [source], first: true } }],
  ])(
    'are not those of the index table where %s is asked, which it does not know',
    (_what, filter) => {
      expect(scanOf(filter)).toBeUndefined();
      const from = textOf(scanOf({ ...filter, kind: ['CLASH'] })!.from);
      expect(from).toBe('claim t0');
    },
  );

  test('an id that is asked twice is one range', () => {
    const [arm] = armsOf({ place: { id: [place, other, place], scope: 'WITHIN' } })!;
    expect(arm!.over).toEqual([
      `(select unnest('{${place!.slice(4)},${other!.slice(4)}}'::uuid[])) things(id)`,
    ]);
  });

  test('bring a claim once, where it may be under several of what is asked', () => {
    expect(scanOf({ party: { faction: [faction] } })!.distinct).toBe(true);
    expect(scanOf({ kind: ['CLASH'] })!.distinct).toBe(false);
  });

  test('of a kind hold what is said to have happened, unless the filter asks for a modality', () => {
    const happened = "modality = any('{";
    expect(armsOf({ kind: ['CLASH'] })![0]!.where).toContain(happened);
    const [arm] = armsOf({ kind: ['CLASH'], or: [{ modality: ['FEARED'] }] })!;
    expect(arm!.where).toContain("any('{FEARED}'::text[])");
    expect(arm!.where.split('modality')).toHaveLength(2);
  });

  test('leave withdrawn claims out', () => {
    expect(armsOf({ kind: ['CLASH'] })![0]!.where).toContain('t0.withdrawn_at is null');
  });

  test('read the claim, too, where the index table does not know what else is asked', () => {
    const inPlace = { place: { id: [place], scope: 'WITHIN' } };
    expect(textOf(scanOf(inPlace)!.from)).toBe('claim_within indexed');
    expect(textOf(scanOf({ ...inPlace, status: ['VERIFIED'] })!.from)).toBe(
      'claim_within indexed join claim t0 on t0.id = indexed.claim_id',
    );
  });

  test('of the rows of a connection are those of its own index table', () => {
    const kept = { from: raw('claim_within indexed'), where: sql`indexed.location_id = ${'p'}` };
    const filter = { party: { faction: [faction] }, kind: ['CLASH'] };
    const found = scanOf(filter, { index: kept })!;
    expect(textOf(found.from)).toMatch(/^claim_within indexed join claim t0/);
    expect(textOf(found.ranges[0]!.where)).toContain("indexed.location_id = 'p'");
    expect(textOf(found.ranges[0]!.where)).toContain('claim_party');
  });

  describe('over a period', () => {
    const overlaps = (given: object) =>
      armsOf({ occurred: period(given) })!.map(({ where, over, keyed }) => [
        where.replaceAll('coalesce(t0.occurred_latest, t0.occurred_earliest)', 'END'),
        over.length,
        keyed,
      ]);

    test('with both ends: claims that end in it, end after it, and have no known end', () => {
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

    test('without an end: nothing can end after it', () => {
      expect(overlaps({ from: '2018-06-01' }).map(([where]) => where)).toEqual([
        expect.stringMatching(/ and END >= '2018-06-01'::date$/),
        expect.stringMatching(/END < '2018-06-01'::date$/),
      ]);
    });

    test('without a start: nothing can have ended before it', () => {
      expect(overlaps({ to: '2018-06-30' }).map(([where]) => where)).toEqual([
        expect.stringMatching(/ and END <= '2018-06-30'::date$/),
        expect.stringContaining("END > '2018-06-30'::date"),
      ]);
    });

    test('that must surely hold the claim: one range, of claims with known bounds', () => {
      const [range, ...more] = overlaps({
        from: '2018-06-01',
        to: '2018-06-30',
        match: 'WITHIN',
      });
      expect(more).toEqual([]);
      expect(range![0]).toContain("t0.occurred_earliest >= '2018-06-01'::date");
      expect(range![0]).toMatch(/span_of\(t0\.occurred_earliest, t0\.occurred_latest\) >= 0$/);
    });

    test('with undated claims, on request, as a range without a sort key', () => {
      expect(overlaps({ from: '2018-06-01', unknown: true }).at(-1)).toEqual([
        't0.withdrawn_at is null and END is null',
        0,
        false,
      ]);
    });

    test('that ends before it starts is refused', () => {
      expect(() => armsOf({ occurred: period({ from: '2018-07-01', to: '2018-06-01' }) })).toThrow(
        expect.objectContaining({
          code: 'BAD_USER_INPUT',
          issues: [expect.objectContaining({ path: ['filter', 'occurred', 'to'] })],
        }),
      );
    });
  });
});
