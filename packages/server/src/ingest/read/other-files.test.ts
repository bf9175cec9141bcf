import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { fileOf } from '../ingest.testing.ts';
import { openFile } from './bytes.ts';
import { textOf, zipOf } from './read.testing.ts';

const read = async (content: string | Buffer) =>
  textOf(await openFile(fileOf(content, 'desk.dat')));

test.each([
  ['SQLite', Buffer.from('SQLite format 3\0'), /an SQLite database, such as a GeoPackage\. Conv/],
  ['shapefile', Buffer.from('0000270a00000000', 'hex'), /a shapefile\. Convert it to GeoJSON/],
  ['PDF', '%PDF-1.7\n', /a PDF document\. Copy its table/],
  ['PDF in gzip', gzipSync('%PDF-1.7\n'), /a PDF document/],
  ['xz', Buffer.from('fd377a585a000000', 'hex'), /an xz archive\. Unpack it/],
  ['ODS', zipOf({ mimetype: 'x', 'content.xml': '<x/>' }), /an OpenDocument file, such as \.ods/],
  ['XLSB', zipOf({ 'xl/workbook.bin': 'x' }), /a binary workbook \(\.xlsb\)\. Save it as \.xlsx/],
  ['zipped shapefile', zipOf({ 'a.shp': 'x', 'a.dbf': 'x' }), /a shapefile/],
  ['HTML', '\ufeff<!DOCTYPE html>\n<table>', /a web page \(HTML\), which may be named \.xls/],
  ['KML', '<?xml version="1.0"?>\n<!-- x -->\n<kml>', /desk\.dat is KML\. Convert it to GeoJSON/],
  ['XML', '<?xml version="1.0"?><rows/>', /desk\.dat is XML\. Save it as \.xlsx or CSV/],
])(
  'a file without a table is refused with what it is and what to do: %s',
  async (_, file, says) => {
    await expect(read(file)).rejects.toMatchObject({
      code: 'WRONG_FORMAT',
      message: expect.stringMatching(says),
    });
  },
);

test('a table may have tags in its cells', async () => {
  expect(await read('<b>,c\n<p>1</p>,2')).toBe('<b>,c\n<p>1</p>,2');
});
