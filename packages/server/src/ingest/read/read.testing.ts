import { crc32, deflateRawSync } from 'node:zlib';
import type { OpenedFile } from '../format.ts';
import { type CsvOptions, type CsvRow, readCsv } from './csv.ts';

/** A file in memory whose text arrives in chunks of some characters. */
export const fileInChunks = (text: string, size = text.length || 1): OpenedFile => ({
  name: 'table.csv',
  async *bytes() {
    const characters = [...text];
    for (let from = 0; from < characters.length; from += size)
      yield Buffer.from(characters.slice(from, from + size).join(''));
  },
});

export async function rowsOf(
  file: OpenedFile,
  options: Partial<CsvOptions> = {},
): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(file, { what: 'table', ...options })) rows.push(row);
  return rows;
}

export async function textOf(file: OpenedFile): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.bytes()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** A zip archive of files by their names. */
export function zipOf(files: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    // Version 2.0, no flags, deflated, no time, then checksum, sizes and lengths of names.
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = [Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed];
    const position = Buffer.alloc(14);
    position.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.from('PK\x01\x02'), made, fields, position, Buffer.from(name));
    parts.push(...local);
    offset += local.reduce((length, part) => length + part.length, 0);
  }
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
}
