import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { FileRefused } from '../problem.ts';
import { LineCounter } from './line-counter.ts';
import { assertKnown, refuseMarkup } from './other-files.ts';

/** @throws FileRefused if there is no such encoding. */
export function assertEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encodingOf(encoding)) return;
  throw new FileRefused(
    `There is no encoding ${encoding.slice(0, 40)}. Use a name such as windows-1256, ` +
      'windows-1252, iso-8859-6 or utf-16le.',
    'BAD_ENCODING',
  );
}

function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).encoding;
  } catch {
    return undefined;
  }
}

/**
 * Passes on chunks of UTF-8 text that end between characters, without the byte order mark. UTF-16
 * is recognised by its byte order mark, and decoded. Other encodings have to be named.
 *
 * @throws FileRefused with the line of the first byte that is not text.
 */
export async function* readText(
  bytes: AsyncIterable<Buffer>,
  name: string,
  encoding?: string,
): AsyncGenerator<Buffer> {
  const lines = new LineCounter();
  let decoder: TextDecoder | undefined;
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  const utf8 = new Utf8Check();
  const take = (piece: Buffer, isEnd: boolean): Buffer => {
    let chunk = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    if (isFirst) {
      if (chunk.length < 4 && !isEnd) {
        rest = chunk;
        return rest.subarray(0, 0);
      }
      isFirst = false;
      refuseArchive(chunk, name);
      const mark = byteOrderMarkOf(chunk);
      const label = mark?.encoding ?? encodingOf(encoding ?? 'utf-8') ?? 'utf-8';
      if (label !== 'utf-8') decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
      chunk = chunk.subarray(mark?.length ?? 0);
    }
    if (decoder) {
      utf8.add(chunk);
      rest = rest.subarray(0, 0);
      const text = decode(decoder, chunk, isEnd, name);
      refuseBinary(text, lines, name);
      return text;
    }
    const complete = isEnd ? chunk : chunk.subarray(0, chunk.length - incompleteBytes(chunk));
    rest = Buffer.from(chunk.subarray(complete.length));
    refuseBinary(complete, lines, name);
    return complete;
  };
  let isStart = true;
  for await (const piece of bytes) {
    const chunk = take(piece, false);
    if (chunk.length === 0) continue;
    if (isStart) refuseMarkup(chunk.subarray(0, 1_000).toString('utf8'), name);
    isStart = false;
    lines.count(chunk);
    yield chunk;
  }
  const last = take(Buffer.alloc(0), true);
  if (last.length > 0) yield last;
  if (decoder && singleByte.test(decoder.encoding) && utf8.isSure)
    throw new FileRefused(
      `${name} is text in UTF-8, not in ${decoder.encoding}. Leave the encoding out.`,
      'BAD_ENCODING',
    );
}

/** Encodings in which hardly any text is valid UTF-8 by chance. */
const singleByte = /^(?:windows-125\d|windows-874|iso-8859-\d+|koi8-\w|macintosh|x-mac-.*|ibm866)$/;

/** Whether all of some bytes are UTF-8, and not ASCII alone. */
class Utf8Check {
  private rest: Buffer = Buffer.alloc(0);
  private isValid = true;
  private hasMore = false;

  add(piece: Buffer): void {
    if (!this.isValid) return;
    const chunk = Buffer.concat([this.rest, piece]);
    const complete = chunk.subarray(0, chunk.length - incompleteBytes(chunk));
    this.rest = Buffer.from(chunk.subarray(complete.length));
    this.isValid = isUtf8(complete);
    this.hasMore ||= !isAscii(complete);
  }

  get isSure(): boolean {
    return this.isValid && this.hasMore && this.rest.length === 0;
  }
}

const byteOrderMarks = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

function byteOrderMarkOf(chunk: Buffer): { encoding: string; length: number } | undefined {
  const found = byteOrderMarks.find(({ mark }) => mark.every((byte, i) => chunk[i] === byte));
  return found && { encoding: found.encoding, length: found.mark.length };
}

function decode(decoder: TextDecoder, chunk: Buffer, isEnd: boolean, name: string): Buffer {
  try {
    return Buffer.from(decoder.decode(chunk, { stream: !isEnd }), 'utf8');
  } catch {
    throw new FileRefused(
      `${name} is not a whole text in ${decoder.encoding}. Get it again, or name its encoding.`,
      'BAD_ENCODING',
    );
  }
}

function refuseArchive(chunk: Buffer, name: string): void {
  const start = chunk.subarray(0, 4).toString('hex');
  if (start === 'fffe0000' || start === '0000feff')
    throw new FileRefused(`${name} is text in UTF-32. Save it as UTF-8.`, 'BAD_ENCODING');
  if (start.startsWith('1f8b') || start === '504b0304')
    throw new FileRefused(
      `${name} is an archive inside an archive. Unpack it, and import it again.`,
    );
  assertKnown(chunk.subarray(0, 8).toString('hex'), name);
}

function refuseBinary(chunk: Buffer, lines: LineCounter, name: string): void {
  const nul = chunk.indexOf(0);
  if (nul >= 0)
    throw new FileRefused(
      `${name}, line ${lines.lineAfter(chunk.subarray(0, nul))}: there is a NUL byte, ` +
        'so this is not text in UTF-8. If it is UTF-16, name that: --encoding utf-16le.',
      'BAD_ENCODING',
    );
  if (isUtf8(chunk)) return;
  const text = chunk.toString('utf8');
  const valid = Buffer.from(text.slice(0, text.indexOf('\ufffd')));
  throw new FileRefused(
    `${name}, line ${lines.lineAfter(valid)}: this is not UTF-8. Save the file as UTF-8, or name ` +
      'its encoding, such as --encoding windows-1256, and import it again.',
    'BAD_ENCODING',
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
