import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { fileOf } from '../ingest.testing.ts';
import { openFile } from './bytes.ts';
import { rowsOf, textOf, zipOf } from './read.testing.ts';

const table = 'id,name\n1,مدينة\n';
const open = async (content: string | Buffer, name = 'table.csv', options = {}) =>
  openFile(fileOf(content, name), undefined, options);
const refusal = async (content: string | Buffer, name?: string, options?: object) =>
  open(content, name, options)
    .then(textOf)
    .then(
      () => 'not refused',
      ({ name: kind, message }: Error) => `${kind}: ${message}`,
    );

describe('the encoding of a file', () => {
  const utf16le = Buffer.from(`\ufeff${table}`, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(table), undefined],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`), undefined],
    ['UTF-8 with a mark, against what is said', Buffer.from(`\ufeff${table}`), 'windows-1256'],
    ['UTF-16, the lower byte first', utf16le, undefined],
    ['UTF-16, the higher byte first', Buffer.from(utf16le).swap16(), undefined],
    ['UTF-16 without a mark', utf16le.subarray(2), 'utf-16le'],
  ])('may be %s', async (_, content, encoding) => {
    expect(await textOf(await open(content, 'table.csv', { encoding }))).toBe(table);
  });

  test('is another one if that is named', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,name\n1,'),
      Buffer.from([0xe3, 0xcf, 0xed, 0xe4, 0xc9]),
    ]);
    const [row] = await rowsOf(await open(bytes, 'table.csv', { encoding: 'windows-1256' }));
    expect(row?.get('name')).toBe('مدينة');
    expect(await refusal(bytes)).toMatch(/line 2: this is not UTF-8.*--encoding windows-1256/);
    expect(await refusal(bytes, 'a.csv', { encoding: 'klingon' })).toMatch(
      /FileRefused: There is no encoding klingon/,
    );
  });

  test('is not the one that is named, if it is UTF-8 as well', async () => {
    const options = { encoding: 'windows-1256' };
    expect(await refusal(table, 'a.csv', options)).toMatch(
      /a\.csv is text in UTF-8, not in windows-1256\. Leave the encoding out\./,
    );
    expect(await textOf(await open('id,name\n1,Aville\n', 'a.csv', options))).toContain('Aville');
    const long = `${'مدينة 🏙'.repeat(30_000)}`;
    expect(await refusal(long, 'a.csv', { encoding: 'windows-1252' })).toMatch(/is text in UTF-8/);
    expect(await refusal(Buffer.from('fffe00006900', 'hex'))).toMatch(/text in UTF-32\. Save it/);
    expect(await refusal(Buffer.from('\ufeffid\n1', 'utf16le').subarray(0, 7))).toMatch(
      /is not a whole text in utf-16le/,
    );
  });

  test('does not change where a long text is split', async () => {
    const text = `id\n${'مدينة 🏙\r\n'.repeat(30_000)}`;
    const utf16 = await open(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await textOf(utf16)).toBe(text);
    expect(await textOf(await open(gzipSync(text, { level: 0 })))).toBe(text);
  });

  test('is checked with the lines of any line ends', async () => {
    const bad = Buffer.concat([Buffer.from('a\rb\r\nc\nd'), Buffer.from([0xff])]);
    expect(await refusal(bad)).toMatch(/line 4: this is not UTF-8/);
  });
});

/** The archive with another number of its compression method. */
function withMethod(zip: Buffer, method: number): Buffer {
  zip.writeUInt16LE(method, zip.indexOf('PK\x01\x02') + 10);
  return zip;
}

describe('an archive', () => {
  test('may hold one table, and a text about it', async () => {
    const file = await open(zipOf({ 'in/events.csv': table, 'in/readme.txt': 'x' }), 'e.zip');
    expect([file.name, await textOf(file)]).toEqual(['e.zip/events.csv', table]);
    const noise = { '__MACOSX/events.csv': 'x', '.DS_Store': 'x', 'events.txt': table };
    expect(await textOf(await open(zipOf(noise), 'e.zip'))).toBe(table);
  });

  test('with several tables is refused with their names', async () => {
    expect(await refusal(zipOf({ 'one.csv': table, 'two.csv': table }), 'e.zip')).toMatch(
      /e\.zip holds 2 files.*one\.csv, two\.csv/,
    );
  });

  const zeros = '0'.repeat(3_000_000);
  test.each([
    ['gzip', gzipSync(zeros), /unpacks to more than 200 times its size/],
    ['zip', zipOf({ 'a.csv': zeros }), /unpacks to more than 200 times its size/],
    ['a zip in a zip', zipOf({ 'a.csv': zipOf({ 'b.csv': table }) }), /archive inside an archive/],
    ['gzip in a zip', zipOf({ 'a.csv': gzipSync(table) }), /archive inside an archive/],
    ['a zip that is cut', zipOf({ 'a.csv': table }).subarray(0, 60), /not a complete zip file/],
    ['an empty zip', zipOf({ '.DS_Store': 'x' }), /is an empty archive/],
  ])('is refused: %s', async (_, content, message) => {
    expect(await refusal(content, 'packed')).toMatch(message);
    expect(await refusal(content, 'packed')).toMatch(/^FileRefused/);
  });

  test.each([
    ['a file outside of the archive', zipOf({ '../a.csv': table })],
    ['another compression', withMethod(zipOf({ 'a.csv': table }), 14)],
  ])('is refused as one to unpack: %s', async (_, content) => {
    expect(await refusal(content, 'packed')).toMatch(/cannot be read .*Unpack it/);
  });

  test('is refused if a byte of its content has changed', async () => {
    for (const [name, zip] of Object.entries({
      'a.csv': zipOf({ 'a.csv': table }),
      'xl/workbook.xml': zipOf({ 'xl/workbook.xml': table }),
    })) {
      const central = zip.indexOf('PK\x01\x02');
      zip.writeUInt32LE(zip.readUInt32LE(central + 16) ^ 1, central + 16);
      const file = open(zip, 'packed').then(
        async (opened): Promise<unknown> => (opened.rows ? rowsOf(opened) : textOf(opened)),
      );
      await expect(file).rejects.toThrow(
        `packed is not a complete zip file (${name} has another checksum). Get it again.`,
      );
    }
  });

  test('is refused if it says less about its size than it holds', async () => {
    const zip = zipOf({ 'a.csv': zeros });
    const honest = Buffer.alloc(4);
    honest.writeUInt32LE(zeros.length);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(1_000);
    let lie = zip;
    for (let at = lie.indexOf(honest); at >= 0; at = lie.indexOf(honest))
      lie = Buffer.concat([lie.subarray(0, at), small, lie.subarray(at + 4)]);
    expect(await refusal(lie, 'packed')).toMatch(/^FileRefused: packed is not a complete zip file/);
  });
});

test('an old Excel file is refused, and so is a sheet of a text', async () => {
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  expect(await refusal(old, 'old.xls')).toMatch(/old Excel file.*Save it as \.xlsx/);
  expect(await refusal(table, 'table.csv', { sheet: 'One' })).toMatch(/is not a workbook/);
});
