import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { crc32 } from 'node:zlib';

/**
 * The end of a backup file: a member of gzip that holds the SHA-256 of all bytes before it. Its
 * bytes are determined by that hash, so a change of any byte of the file is noticed, and a file
 * that was cut off has none. To programs like `zcat` it is a last line of the text.
 */
export function sealOf(digest: string): Buffer {
  const line = Buffer.from(`sha256 ${digest}\n`);
  // RFC 1952: no name, no time, unknown system. RFC 1951: one last block, not compressed.
  const start = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1]);
  const length = Buffer.alloc(4);
  length.writeUInt16LE(line.length);
  length.writeUInt16LE(0xffff - line.length, 2);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(line));
  end.writeUInt32LE(line.length, 4);
  return Buffer.concat([start, length, line, end]);
}

const sealLength = sealOf('0'.repeat(64)).length;

/** Appends the seal to what passes through. */
export class SealWriter extends Transform {
  private readonly hash = createHash('sha256');
  /** The bytes written so far, with the seal at the end. */
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: () => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    this.push(chunk);
    done();
  }

  override _flush(done: () => void): void {
    const seal = sealOf(this.hash.digest('hex'));
    this.bytes += seal.length;
    this.push(seal);
    done();
  }
}

/** Removes the seal from what passes through, and remembers whether it was right. */
export class SealReader extends Transform {
  private readonly hash = createHash('sha256');
  private tail: Buffer = Buffer.alloc(0);
  /** Whether the stream ended with the seal of the bytes before it. Undefined before its end. */
  isSealed: boolean | undefined;

  override _transform(chunk: Buffer, _encoding: string, done: () => void): void {
    const bytes = Buffer.concat([this.tail, chunk]);
    const length = Math.max(0, bytes.length - sealLength);
    const content = bytes.subarray(0, length);
    this.tail = bytes.subarray(length);
    this.hash.update(content);
    if (length > 0) this.push(content);
    done();
  }

  override _flush(done: () => void): void {
    this.isSealed = this.tail.equals(sealOf(this.hash.digest('hex')));
    done();
  }
}
