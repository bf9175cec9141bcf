import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../values/errors.ts';
import { cursorTag, cursorText, type PrimaryCast, readCursor } from './cursor.ts';
import type { SortKey } from './listing.ts';
import { compile, literal, raw } from './sql.ts';

const id = '01900000-0000-7000-8000-00000000000a';
const kin = cursorTag('Query.claims', 'OCCURRED DESC');
const path = ['after'];

const keyOf = (cast: SortKey['cast'], nullable = false): SortKey => ({
  by: () => raw('key'),
  cast,
  nullable,
});
const read = (
  cursor: string,
  key = keyOf('date', true),
  casts: readonly PrimaryCast[] = ['uuid'],
) => readCursor(cursor, kin, key, casts, path);

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
const refused = (message: RegExp) => ({
  code: 'BAD_USER_INPUT',
  issues: [{ path, message: expect.stringMatching(message) }],
});

describe('a cursor holds a place in a list', () => {
  test('its sort key and primary key', () => {
    expect(read(`${kin}~${id}~2018-07-01`)).toEqual({ key: '2018-07-01', primary: [id] });
  });

  test('no sort key, where the row has none', () => {
    expect(read(`${kin}~${id}`)).toEqual({ key: null, primary: [id] });
  });

  test('a text by its bytes', () => {
    const spelt = Buffer.from('درعا ~ Daraa').toString('hex');
    expect(read(`${kin}~${id}~${spelt}`, keyOf('text')).key).toBe('درعا ~ Daraa');
    expect(read(`${kin}~${id}~`, keyOf('text')).key).toBe('');
  });

  test('a moment to the microsecond', () => {
    const moment = '2018-07-01 12:34:56.123456+00';
    expect(read(`${kin}~${id}~${moment}`, keyOf('timestamptz')).key).toBe(moment);
  });

  test('a primary key of several columns', () => {
    expect(read(`${kin}~${id}~3~-12`, keyOf('bigint'), ['uuid', 'int'])).toEqual({
      key: '-12',
      primary: [id, '3'],
    });
  });
});

describe('a cursor is refused, naming the argument', () => {
  test.each([
    ['nothing', ''],
    ['a word', 'next'],
    ['no primary key', kin],
    ['a primary key that is no UUID', `${kin}~7~2018-07-01`],
    ['a day that is none', `${kin}~${id}~2018-02-30`],
    ['SQL in place of a day', `${kin}~${id}~2018-07-01' or true`],
    ['more than it may hold', `${kin}~${id}~2018-07-01~1`],
  ])('that holds %s', (_what, cursor) => {
    expect(refusalOf(() => read(cursor))).toMatchObject(refused(/^This is not a cursor\./));
  });

  test.each<[string, SortKey['cast'], string]>([
    ['no number', 'int', '1.5'],
    ['a number beyond the type', 'int', '12345678901'],
    ['a moment of another zone', 'timestamptz', '2018-07-01 12:00:00+03'],
    ['an hour that is none', 'timestamptz', '2018-07-01 24:00:00+00'],
    ['bytes that are no UTF-8', 'text', 'ff'],
    ['a zero byte, which no text of PostgreSQL holds', 'text', '00'],
    ['half a byte', 'text', 'a'],
  ])('whose sort key is %s', (_what, cast, key) => {
    expect(refusalOf(() => read(`${kin}~${id}~${key}`, keyOf(cast)))).toMatchObject(
      refused(/^This is not a cursor\./),
    );
  });

  test('without a sort key, where every row has one', () => {
    expect(refusalOf(() => read(`${kin}~${id}`, keyOf('date')))).toMatchObject(
      refused(/^This is not a cursor\./),
    );
  });

  test.each([
    ['list', cursorTag('Faction.claims', 'OCCURRED DESC')],
    ['order', cursorTag('Query.claims', 'OCCURRED ASC')],
    ['question', cursorTag('Query.claims', 'OCCURRED DESC', 'Daraa')],
  ])('of another %s', (_what, other) => {
    expect(other).not.toBe(kin);
    expect(refusalOf(() => read(`${other}~${id}~2018-07-01`))).toMatchObject(
      refused(/^This cursor belongs to another list, order or question\./),
    );
  });
});

test('the tag of a list is the same in every process, so that cursors survive a restart', () => {
  expect(kin).toBe('yUm9U6');
  expect(cursorTag('Query.search', 'RANK DESC', 'Daraa')).not.toBe(
    cursorTag('Query.search', 'RANK DESC', 'Hama'),
  );
});

test('PostgreSQL writes the tag, the primary key and, where there is one, the sort key', () => {
  const written = (cast: SortKey['cast']) =>
    compile(cursorText(literal(kin), cast, raw('key'), [raw('a'), raw('b')])).text;
  expect(written('date')).toBe(
    `'${kin}' || '~' || a::text || '~' || b::text || coalesce('~' || key, '')`,
  );
  expect(written('text')).toContain("coalesce('~' || encode(convert_to(key, 'UTF8'), 'hex'), '')");
});
