import { createHash, type Hash } from 'node:crypto';
import type { FormatOptions, ImportFormat, OpenedFile } from '../format.ts';

/**
 * Reads a file to its end, so that anything wrong with the file as a whole is known before anything
 * is written. `content` is the SHA-256 of the file and of `alsoHashed`.
 */
export async function readToEnd(
  format: ImportFormat,
  file: OpenedFile,
  options: FormatOptions,
  alsoHashed: readonly unknown[],
): Promise<{ totalRows: number; content: string }> {
  const hash = createHash('sha256').update(JSON.stringify(alsoHashed));
  const hashedFile = { ...file, bytes: () => hashed(file.bytes(), hash) };
  let totalRows = 0;
  for await (const _ of format.read(hashedFile, options)) totalRows += 1;
  return { totalRows, content: hash.digest('hex') };
}

async function* hashed(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Groups rows into batches of at most `size` rows. */
export async function* batchesOf<Row>(
  rows: AsyncIterable<Row>,
  size: number,
): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
