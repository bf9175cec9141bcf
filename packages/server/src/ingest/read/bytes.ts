import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { OpenedFile } from '../format.ts';
import { FileRefused } from '../problem.ts';

/** A file on disk, gzip or not. @throws FileRefused when it cannot be read, now or later. */
export async function openFile(path: string, name = basename(path)): Promise<OpenedFile> {
  const zipped = await isGzip(path, name);
  return { name, bytes: () => checked(zipped ? gunzipped(path) : createReadStream(path), name) };
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

/** `pipeline` and not `pipe`: whoever stops reading early closes the file too. */
const gunzipped = (path: string): AsyncIterable<Buffer> =>
  pipeline(createReadStream(path), createGunzip(), () => undefined);

function unreadable(name: string, error: unknown): FileRefused {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new FileRefused(`There is no file ${name}.`);
  if (code === 'EISDIR') return new FileRefused(`${name} is a folder. Name the files in it.`);
  if (code?.startsWith('Z_')) return new FileRefused(`${name} is no whole gzip file: ${message}.`);
  return new FileRefused(`${name} cannot be read: ${message}.`);
}

/** Passes on text, without byte order mark; anything else ends it with the line where it stands. */
async function* checked(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  try {
    for await (const piece of bytes) {
      let chunk = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      if (first && chunk.length < 4) {
        rest = chunk;
        continue;
      }
      if (first) chunk = withoutMark(chunk, name);
      first = false;
      const whole = chunk.subarray(0, chunk.length - unfinished(chunk));
      rest = Buffer.from(chunk.subarray(whole.length));
      refuseBinary(whole, line, name);
      line += newlines(whole);
      yield whole;
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : unreadable(name, error);
  }
  if (first) rest = withoutMark(rest, name);
  if (rest.length > 0) refuseBinary(rest, line, name);
  if (rest.length > 0) yield rest;
}

function withoutMark(chunk: Buffer, name: string): Buffer {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return chunk.subarray(3);
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))
    throw new FileRefused(`${name} is UTF-16. Save it as UTF-8 and bring it again.`);
  return chunk;
}

function refuseBinary(chunk: Buffer, line: number, name: string): void {
  const nul = chunk.indexOf(0);
  if (nul >= 0)
    throw new FileRefused(
      `${name}, line ${line + newlines(chunk.subarray(0, nul))}: there is a NUL byte, so this is no text.`,
    );
  if (isUtf8(chunk)) return;
  const at = chunk.toString('utf8').indexOf('\ufffd');
  const before = Buffer.from(chunk.toString('utf8').slice(0, at));
  throw new FileRefused(
    `${name}, line ${line + newlines(before)}: this is not UTF-8. Save the file as UTF-8 and bring it again.`,
  );
}

/** How many bytes at the end begin a character that the next chunk may finish. */
function unfinished(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function newlines(chunk: Buffer): number {
  let n = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) n++;
  return n;
}
