import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../values/errors.ts';
import { cursorTag, cursorText, type PrimaryCast, readCursor } from './cursor.ts';
import type { SortKey } from './listing.ts';
import { compile, literal, raw } from './sql.ts';

const id = '01900000-0000-7000-8000-00000000000a';
const tag = cursorTag('Query.claims', 'OCCURRED DESC');
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
) => readCursor(cursor, tag, key, casts, path);

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('The cursor was not refused.');
}
const refused = (message: RegExp) => ({
  code: 'BAD_USER_INPUT',
  issues: [{ path, message: expect.stringMatching(message) }],
});

describe('a cursor contains a position in a list:', () => {
  test('the sort key and the primary key', () => {
    expect(read(`${tag}~${id}~2018-07-01`)).toEqual({ key: '2018-07-01', primary: [id] });
  });

  test('the primary key alone, if the row has no sort key', () => {
    expect(read(`${tag}~${id}`)).toEqual({ key: null, primary: [id] });
  });

  test('a text as its bytes in hexadecimal', () => {
    const spelled = Buffer.from('درعا ~ Daraa').toString('hex');
    expect(read(`${tag}~${id}~${spelled}`, keyOf('text')).key).toBe('درعا ~ Daraa');
    expect(read(`${tag}~${id}~`, keyOf('text')).key).toBe('');
  });

  test('a timestamp with microseconds', () => {
    const timestamp = '2018-07-01 12:34:56.123456+00';
    expect(read(`${tag}~${id}~${timestamp}`, keyOf('timestamptz')).key).toBe(timestamp);
  });

  test('a primary key of several columns', () => {
    expect(read(`${tag}~${id}~3~-12`, keyOf('bigint'), ['uuid', 'int'])).toEqual({
      key: '-12',
      primary: [id, '3'],
    });
  });
});

describe('a cursor is refused with the name of its argument', () => {
  test.each([
    ['nothing', ''],
    ['a word', 'next'],
    ['no primary key', tag],
    ['a primary key that is not a UUID', `${tag}~7~2018-07-01`],
    ['a day that does not exist', `${tag}~${id}~2018-02-30`],
    ['SQL instead of a day', `${tag}~${id}~2018-07-01' or true`],
    ['a superfluous part', `${tag}~${id}~2018-07-01~1`],
  ])('if it contains %s', (_what, cursor) => {
    expect(refusalOf(() => read(cursor))).toMatchObject(refused(/^This is not a cursor\./));
  });

  test.each<[string, SortKey['cast'], string]>([
    ['not a number', 'int', '1.5'],
    ['a number out of range', 'int', '12345678901'],
    ['a timestamp in another time zone', 'timestamptz', '2018-07-01 12:00:00+03'],
    ['a timestamp with an hour that does not exist', 'timestamptz', '2018-07-01 24:00:00+00'],
    ['bytes that are not UTF-8', 'text', 'ff'],
    ['a zero byte, which a text in PostgreSQL cannot contain', 'text', '00'],
    ['half a byte', 'text', 'a'],
  ])('if its sort key is %s', (_what, cast, key) => {
    expect(refusalOf(() => read(`${tag}~${id}~${key}`, keyOf(cast)))).toMatchObject(
      refused(/^This is not a cursor\./),
    );
  });

  test('if it has no sort key, but every row has one', () => {
    expect(refusalOf(() => read(`${tag}~${id}`, keyOf('date')))).toMatchObject(
      refused(/^This is not a cursor\./),
    );
  });

  test.each([
    ['list', cursorTag('Faction.claims', 'OCCURRED DESC')],
    ['order', cursorTag('Query.claims', 'OCCURRED ASC')],
    ['question', cursorTag('Query.claims', 'OCCURRED DESC', 'Daraa')],
  ])('if it belongs to another %s', (_what, other) => {
    expect(other).not.toBe(tag);
    expect(refusalOf(() => read(`${other}~${id}~2018-07-01`))).toMatchObject(
      refused(/^This cursor belongs to another list, order or question\./),
    );
  });
});

test('the tag of a list is the same in every process, so cursors survive a restart', () => {
  expect(tag).toBe('yUm9U6');
  expect(cursorTag('Query.search', 'RANK DESC', 'Daraa')).not.toBe(
    cursorTag('Query.search', 'RANK DESC', 'Hama'),
  );
});

test('PostgreSQL writes the tag, the primary key and, if the row has one, the sort key', () => {
  const written = (cast: SortKey['cast']) =>
    compile(cursorText(literal(tag), cast, raw('key'), [raw('a'), raw('b')])).text;
  expect(written('date')).toBe(
    `'${tag}' || '~' || a::text || '~' || b::text || coalesce('~' || key, '')`,
  );
  expect(written('text')).toContain("coalesce('~' || encode(convert_to(key, 'UTF8'), 'hex'), '')");
});
