import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileInChunks, rowsOf } from './read.testing.ts';

const lineEnds = ['\n', '\r\n', '\r'];

describe('line ends of a table', () => {
  const rows = lineEnds.map((end, i) => `${i},row ${i}${end}`).join('');
  test.each([1, 2, 3, 5, 100])('may be mixed, in chunks of %i characters', async (size) => {
    const file = fileInChunks(`id,name\r\n${rows}9,last`, size);
    expect((await rowsOf(file)).map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '0', 'row 0'],
      [3, '1', 'row 1'],
      [4, '2', 'row 2'],
      [5, '9', 'last'],
    ]);
  });

  test.each([1, 4, 100])('are counted as an editor does, in chunks of %i', async (size) => {
    const quoted = lineEnds.map((end) => `"one${end}""two"""`).join(',');
    const text = `a,b,c\n\n${quoted}\r\n\r\r\nlater,,\n , ,\nlast,,`;
    const read = await rowsOf(fileInChunks(text, size));
    expect(read.map(({ line }) => line)).toEqual([3, 9, 11]);
    expect(read[0]?.cells).toEqual(lineEnds.map((end) => `one${end}"two"`));
  });

  test('are counted in what is said about a broken row', async () => {
    const broken = (text: string) => rowsOf(fileInChunks(text));
    await expect(broken('a,b\r"x\ry",1\rz "q",2')).rejects.toThrow(/on line 4, a quote is inside/);
    await expect(broken('a,b\n1,2\n"3,4')).rejects.toThrow(/on line 3, a quote is opened/);
    await expect(broken('a,b\n"1"2,3')).rejects.toThrow(/on line 2/);
  });
});

describe('any table', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ب', '7', ' ', ',', '"', '\n', '\r', '\r\n', '😀'),
    maxLength: 6,
  });
  const row = fc.record({
    cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
    end: fc.constantFrom(...lineEnds),
    isQuoted: fc.boolean(),
  });

  /** The rows as a file, and what is expected of it. */
  function write(rows: readonly { cells: string[]; end: string; isQuoted: boolean }[]) {
    let text = 'a,b,c,d\n';
    const expected: unknown[] = [];
    for (const { cells, end, isQuoted } of rows) {
      // An editor shows as many lines as this has line ends, and one more.
      const line = text.split(/\r\n|\r|\n/).length;
      const written = cells.map((each) =>
        isQuoted || /[,"\r\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each,
      );
      // CR and LF would be one line end where an empty line is between them.
      const isJoined = text.endsWith('\r') && written.join() === '' && end === '\n';
      text += written.join(',') + (isJoined ? '\r\n' : end);
      if (cells.some((each) => each.trim() !== '')) expected.push([line, ...cells]);
    }
    return { text, expected };
  }

  test('is read as it was written, with the lines of an editor, in chunks of any size', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          const { text, expected } = write(rows);
          const read = await rowsOf(fileInChunks(text, size));
          expect(read.map(({ line, cells }) => [line, ...cells])).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    ));

  test('without quotes has quotes as ordinary characters', async () => {
    const read = await rowsOf(fileInChunks('a\tb\n"x\t5" y\n'), {
      delimiter: '\t',
      unquoted: true,
    });
    expect(read[0]?.cells).toEqual(['"x', '5" y']);
  });

  test('has no row beyond 2 MB, as after a missing quote', async () => {
    const text = `a\n1\n"${'x'.repeat(2_100_000)}`;
    await expect(rowsOf(fileInChunks(text, 65_536))).rejects.toThrow(
      'table.csv: a row that begins on line 3 is longer than 2 MB. Is a quote missing?',
    );
  });
});

describe('a table', () => {
  test('may name its delimiter in a first line, which is counted', async () => {
    for (const size of [1, 100]) {
      const [row] = await rowsOf(fileInChunks('sep=;\r\na;b\r\n"1;2";3', size));
      expect([row?.line, row?.get('a'), row?.get('b')]).toEqual([3, '1;2', '3']);
    }
  });

  test('of another kind is refused by its header, before a fault further down', async () => {
    const read = (text: string) => rowsOf(fileInChunks(text), { required: ['id', 'town'] });
    await expect(read('id;town\n1;"a"b\n')).rejects.toThrow(
      /its header lacks id, town\. .* Are its cells separated by ;\? Then put sep= and that sign/,
    );
    await expect(read('[{"id":1,"town":"a"}]')).rejects.toThrow('table.csv is JSON, and a table');
    await expect(read('{"id":1}\n{"id":2}')).rejects.toThrow('table.csv is JSON, and a table');
  });

  test('may have delimiters after the last cell of a row, and signs that nobody sees', async () => {
    const read = await rowsOf(
      fileInChunks('\ufeffid,to\u200bwn ,\u00a0far\u00a0off\n1,a,b,,\n2,a,b,c\n'),
    );
    expect(read.map((row) => row.cells)).toEqual([
      ['1', 'a', 'b'],
      ['2', 'a', 'b', 'c'],
    ]);
    expect(['id', 'town', 'far off'].map((column) => read[0]?.get(column))).toEqual([
      '1',
      'a',
      'b',
    ]);
  });

  test('has no rows of empty cells', async () => {
    expect(await rowsOf(fileInChunks('a,b\n,\n" ",\n\n1,2\n,,,\n'))).toHaveLength(1);
  });

  test('is read without the apostrophe before what a spreadsheet could run', async () => {
    const guarded = ["'=1+1", "'-- so", "'+9", "'@home", "'\ttab", "''=twice", "'Ayn", "'", "it's"];
    const text = `a\n${guarded.map((cell) => `"${cell}"`).join('\n')}`;
    expect((await rowsOf(fileInChunks(text))).map((row) => row.get('a'))).toEqual([
      '=1+1',
      '-- so',
      '+9',
      '@home',
      '\ttab',
      "'=twice",
      "'Ayn",
      "'",
      "it's",
    ]);
  });
});

describe('a row of hashtags below the header', () => {
  test.each(['#event+id,,#adm1 +name +en', ' #EVENT+id , #country+code+v_iso3,# loc', '#event+id'])(
    'is passed over and named once: %s',
    async (tags) => {
      const [first, second] = await rowsOf(fileInChunks(`id,a,b\n\n${tags}\n1,2,3\n4,5,6\n`));
      expect(first?.passedOver).toMatchObject([{ kind: 'TAG_ROW', line: 3, refused: false }]);
      expect([first?.line, second?.line, second?.passedOver]).toEqual([4, 5, undefined]);
    },
  );

  test.each(['#event,2,3', '#1,#2,', '1,#event,#loc'])('is not a row like %s', async (row) => {
    expect(await rowsOf(fileInChunks(`id,a,b\n${row}\n#event,#a,#b\n`))).toHaveLength(2);
  });
});

describe('marks that programs write into empty cells', () => {
  test('are empty, with one issue for each cell that is read', async () => {
    const [row] = await rowsOf(fileInChunks('a,b,c,d\nNA, nan ,#N/A,NULL\n'));
    expect(['a', 'b', 'c', 'a'].map((column) => row?.get(column))).toEqual(['', '', '', '']);
    expect(row?.issues?.map(({ kind, column, value }) => [kind, column, value])).toEqual([
      ['NO_VALUE', 'a', 'NA'],
      ['NO_VALUE', 'b', 'nan'],
      ['NO_VALUE', 'c', '#N/A'],
    ]);
    expect(row?.cells).toEqual(['NA', ' nan ', '#N/A', 'NULL']);
  });

  test('are not names of people and places, nor a part of a text', async () => {
    const names = ['Null', 'Nan', 'Na', 'NA01', 'Nauru', 'nan province', 'None of them'];
    const rows = await rowsOf(fileInChunks(`a\n${names.join('\n')}`));
    expect(rows.map((row) => row.get('a'))).toEqual(names);
  });

  test('are text where a format says so', async () => {
    const [row] = await rowsOf(fileInChunks('a,b\nNA,#REF!'), { hasMarksAsText: true });
    expect([row?.get('a'), row?.issues]).toEqual(['NA', []]);
    expect(row?.get('b')).toBe('');
    expect(row?.issues).toMatchObject([{ kind: 'NO_VALUE', column: 'b', value: '#REF!' }]);
  });
});

test('a code is a whole number, also where a program wrote it with decimals', async () => {
  const rows = await rowsOf(fileInChunks('a\n1.0\n 2.00\n3.5\n007\nx\n'), { codes: ['a'] });
  expect(rows.map((row) => row.get('a'))).toEqual(['1', '2', '3.5', '007', 'x']);
});
