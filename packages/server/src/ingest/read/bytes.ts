import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { OpenedFile } from '../format.ts';
import { FileRefused } from '../problem.ts';

/** Opens a file on disk, plain or gzip. @throws FileRefused if it cannot be read, now or later. */
export async function openFile(path: string, name = basename(path)): Promise<OpenedFile> {
  const gzip = await isGzip(path, name);
  return {
    name,
    bytes: () => checkText(gzip ? gunzip(path) : createReadStream(path), name),
  };
}

async function isGzip(path: string, name: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
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

function unreadable(name: string, error: unknown): FileRefused {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new FileRefused(`There is no file ${name}.`);
  if (code === 'EISDIR') return new FileRefused(`${name} is a folder. Name the files in it.`);
  if (code?.startsWith('Z_'))
    return new FileRefused(`${name} is not a complete gzip file: ${message}.`);
  return new FileRefused(`${name} cannot be read: ${message}.`);
}

/**
 * Passes on chunks of UTF-8 text that end between characters, without the byte order mark.
 *
 * @throws FileRefused with the line of the first byte that is not UTF-8 text.
 */
async function* checkText(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  try {
    for await (const piece of bytes) {
      let chunk = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      if (isFirst && chunk.length < 4) {
        rest = chunk;
        continue;
      }
      if (isFirst) chunk = withoutByteOrderMark(chunk, name);
      isFirst = false;
      const complete = chunk.subarray(0, chunk.length - incompleteBytes(chunk));
      rest = Buffer.from(chunk.subarray(complete.length));
      refuseBinary(complete, line, name);
      line += countNewlines(complete);
      yield complete;
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : unreadable(name, error);
  }
  if (isFirst) rest = withoutByteOrderMark(rest, name);
  if (rest.length > 0) refuseBinary(rest, line, name);
  if (rest.length > 0) yield rest;
}

function withoutByteOrderMark(chunk: Buffer, name: string): Buffer {
  const [first, second, third] = chunk;
  if (first === 0xef && second === 0xbb && third === 0xbf) return chunk.subarray(3);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new FileRefused(`${name} is UTF-16. Save it as UTF-8 and import it again.`);
  return chunk;
}

function refuseBinary(chunk: Buffer, line: number, name: string): void {
  const nul = chunk.indexOf(0);
  if (nul >= 0) {
    const nulLine = line + countNewlines(chunk.subarray(0, nul));
    throw new FileRefused(`${name}, line ${nulLine}: there is a NUL byte, so this is not text.`);
  }
  if (isUtf8(chunk)) return;
  const text = chunk.toString('utf8');
  const valid = Buffer.from(text.slice(0, text.indexOf('\ufffd')));
  throw new FileRefused(
    `${name}, line ${line + countNewlines(valid)}: this is not UTF-8. ` +
      'Save the file as UTF-8 and import it again.',
  );
}

/** How many bytes at the end belong to a character that the next chunk may complete. */
function incompleteBytes(chunk: Buffer): number {
  for (let count = 1; count <= Math.min(3, chunk.length); count++) {
    const byte = chunk.at(-count) ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return count < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? count : 0;
  }
  return 0;
}

function countNewlines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}
