import { createHash, type Hash } from 'node:crypto';
import type { FormatOptions, ImportFormat, OpenedFile, TableRow } from '../format.ts';
import { FileRefused } from '../problem.ts';

/**
 * Reads a file to its end, so that anything wrong with the file as a whole is known before anything
 * is written. `content` is the SHA-256 of the file and of `alsoHashed`.
 *
 * @throws FileRefused if it has no rows.
 */
export async function readToEnd(
  format: ImportFormat,
  file: OpenedFile,
  options: FormatOptions,
  alsoHashed: readonly unknown[],
): Promise<{ totalRows: number; content: string }> {
  const hash = createHash('sha256').update(JSON.stringify(alsoHashed));
  const { rows } = file;
  const hashedFile = {
    ...file,
    bytes: () => hashed(file.bytes(), hash, (chunk) => chunk),
    ...(rows && { rows: () => hashed(rows(), hash, (group: TableRow[]) => JSON.stringify(group)) }),
  };
  let totalRows = 0;
  for await (const _ of format.read(hashedFile, options)) totalRows += 1;
  // Nothing must look like a success over nothing.
  if (totalRows === 0)
    throw new FileRefused(`${file.name} has no rows, so there is nothing to import.`, 'EMPTY_FILE');
  return { totalRows, content: hash.digest('hex') };
}

async function* hashed<Part>(
  parts: AsyncIterable<Part>,
  hash: Hash,
  contentOf: (part: Part) => Buffer | string,
): AsyncGenerator<Part> {
  for await (const part of parts) {
    hash.update(contentOf(part));
    yield part;
  }
}
