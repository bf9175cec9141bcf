import { describe, expect, test } from '@jest/globals';
import type { CsvRow } from './read/csv.ts';
import { stableId } from './stable-id.ts';
import { citationsOf } from './ucdp/articles.ts';
import { haveUniqueHeadlines, titleOf } from './ucdp/headlines.ts';
import { chainsOf } from './ucdp/speakers.ts';

const rowOf = (cells: Record<string, string>): CsvRow => ({
  line: 1,
  raw: '',
  cells: Object.values(cells),
  columns: Object.keys(cells),
  get: (column) => cells[column],
});
const noted: string[] = [];
const note = ({ kind }: { kind: string }) => void noted.push(kind);

describe('articles of a row', () => {
  test('are separated even if headlines contain quotes, commas and semicolons', () => {
    const source_article =
      '"Bell,2021-01-02,One; "two", three";"The Mill, Weekly,2021-01-03,"Quoted" all"';
    expect(citationsOf(rowOf({ source_article, number_of_sources: '2' }), note).articles).toEqual([
      { office: 'Bell', date: '2021-01-02', headline: 'One; "two", three' },
      { office: 'The Mill, Weekly', date: '2021-01-03', headline: '"Quoted" all' },
    ]);
  });

  test('are read from the three lists if source_article cannot be read', () => {
    const row = {
      source_article: 'illegible',
      source_office: 'A;B',
      source_date: '2021-01-01;2021-01-02',
      source_headline: 'x;y',
      number_of_sources: '2',
    };
    const { articles, words } = citationsOf(rowOf(row), note);
    expect(articles.map(({ office }) => office)).toEqual(['A', 'B']);
    expect(words).toBe('');
  });

  test('are read from the three lists if source_article is empty', () => {
    const row = { source_article: '', source_office: 'A', source_date: '', source_headline: 'x' };
    expect(citationsOf(rowOf(row), note)).toEqual({
      articles: [{ office: 'A', date: '', headline: 'x' }],
      words: '',
    });
  });

  test('are none if all columns are empty, also if the row counts some', () => {
    const row = { source_article: '', number_of_sources: '-1' };
    expect(citationsOf(rowOf(row), note)).toEqual({ articles: [], words: '' });
  });

  test('leave the words beside them to a citation of its own', () => {
    const source_article = '"Bell,2021-01-02,One"; a yearbook, p. 3';
    expect(citationsOf(rowOf({ source_article }), note)).toEqual({
      articles: [{ office: 'Bell', date: '2021-01-02', headline: 'One' }],
      words: 'a yearbook, p. 3',
    });
  });

  test('are shared with other rows only if the headline identifies them', () => {
    const areUnique = (...headlines: string[]) =>
      haveUniqueHeadlines(
        headlines.map((headline) => ({ office: 'A', date: '2021-01-01', headline })),
      );
    expect(areUnique('Shots at the mill', 'Martyr  INFO', 'Twice', 'twice')).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('have titles with characters in place of HTML entities', () => {
    expect(titleOf('Tom &amp; Jerry&#39;s &#x41; &nonsense; \u200e')).toBe(
      "Tom & Jerry's A &nonsense;",
    );
  });
});

describe('origins in source_original', () => {
  test('come before the office in a chain, unless there are several of both', () => {
    noted.length = 0;
    expect(chainsOf(['a'], ['x', 'a'], note)).toEqual([['a', 'x'], ['a']]);
    expect(chainsOf(['a', 'b'], ['x'], note)).toEqual([
      ['a', 'x'],
      ['b', 'x'],
    ]);
    expect(chainsOf([], ['x', 'y'], note)).toEqual([['x'], ['y']]);
    expect(noted).toEqual([]);
    expect(chainsOf(['a', 'b'], ['a', 'y'], note)).toEqual([['a'], ['b']]);
    expect(noted).toEqual(['CHAIN_UNCLEAR']);
  });
});

test('a stable id is a UUIDv8 that depends only on its key and the key of the ledger', () => {
  const [key, otherKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const id = stableId(key, 'claim', 'ucdp-event', '7', 7);
  expect(id).toBe(stableId(key, 'claim', 'ucdp-event', '7', 7));
  expect(stableId(otherKey, 'claim', 'ucdp-event', '7', 7)).not.toBe(id);
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(stableId(key, 'claim', 'ucdp-event', '8', 8) > id).toBe(true);
});
