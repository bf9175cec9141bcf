import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { OpenedFile } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { limitExpansion } from './expansion.ts';
import { assertKnown } from './other-files.ts';
import { assertEncoding, readText } from './text.ts';
import { openSheet } from './workbook.ts';
import { openZip, tableIn } from './zip.ts';

/** How a file is read. */
export interface FileOptions {
  /** The encoding of a text that is not UTF-8, as WHATWG names it: `windows-1256`. */
  encoding?: string | undefined;
  /** The sheet of a workbook. By default, the first one that has rows and is not hidden. */
  sheet?: string | undefined;
}

/**
 * Opens a file on disk: a text, plain, gzip or alone in a zip archive, or a workbook (.xlsx).
 *
 * @throws FileRefused if it cannot be read, now or later.
 */
export async function openFile(
  path: string,
  name = basename(path),
  { encoding, sheet }: FileOptions = {},
): Promise<OpenedFile> {
  assertEncoding(encoding);
  const { start, size } = await readStart(path, name);
  assertKnown(start, name);
  const zip = start.startsWith(zipStart) ? await openZip(path, name) : undefined;
  if (zip?.isWorkbook) return openSheet(path, name, zip, sheet);
  if (sheet !== undefined)
    throw new FileRefused(
      `${name} is not a workbook (.xlsx), so it has no sheet ${sheet}.`,
      'WRONG_FORMAT',
    );
  if (zip) {
    const table = tableIn(zip);
    const nameInZip = `${name}/${basename(table.fileName)}`;
    return {
      name: nameInZip,
      bytes: () => readText(zip.read(table), nameInZip, encoding),
    };
  }
  const file = () => createReadStream(path);
  const bytes = start.startsWith(gzipStart) ? () => limitExpansion(gunzip(path), size, name) : file;
  return { name, bytes: () => readText(described(bytes(), name), name, encoding) };
}

/** The first bytes of files, in hexadecimal digits. */
const gzipStart = '1f8b';
const zipStart = '504b0304';

async function readStart(path: string, name: string): Promise<{ start: string; size: number }> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
      const start = buffer.subarray(0, bytesRead).toString('hex');
      return { start, size: (await file.stat()).size };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** `pipeline` rather than `pipe`, so that the file is closed if its reader stops early. */
const gunzip = (path: string): AsyncIterable<Buffer> =>
  pipeline(createReadStream(path), createGunzip(), () => undefined);

/** Errors of the file system and of gzip become refusals. */
async function* described(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    throw error instanceof FileRefused ? error : unreadable(name, error);
  }
}

function unreadable(name: string, error: unknown): FileRefused {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new FileRefused(`There is no file ${name}.`, 'NO_SUCH_FILE');
  if (code === 'EISDIR') return new FileRefused(`${name} is a folder. Name the files in it.`);
  if (code?.startsWith('Z_'))
    return new FileRefused(`${name} is not a complete gzip file (${message}). Get it again.`);
  return new FileRefused(`${name} cannot be read: ${message}.`);
}
