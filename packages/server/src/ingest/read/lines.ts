import type { OpenedFile, SourceRow } from '../format.ts';
import { FileRefused } from '../problem.ts';

/** The body of a report has up to a million characters, an outline as many numbers. */
const maxLineBytes = 16 * 1024 * 1024;

/** Reads the lines of a file that are not blank. @throws FileRefused if a line is too long. */
export async function* readLines(file: OpenedFile): AsyncGenerator<SourceRow> {
  let line = 1;
  /** The current line, as far as it was in earlier chunks. */
  let parts: Buffer[] = [];
  let length = 0;
  const endLine = (last: Buffer): SourceRow | undefined => {
    const raw = Buffer.concat([...parts, last])
      .toString('utf8')
      .replace(/\r$/, '');
    parts = [];
    length = 0;
    const row = { line, raw };
    line += 1;
    return raw.trim() === '' ? undefined : row;
  };
  for await (const chunk of file.bytes()) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const row = endLine(chunk.subarray(from, at));
      if (row) yield row;
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > maxLineBytes)
      throw new FileRefused(
        `${file.name}, line ${line}: it is longer than ${maxLineBytes / 1024 / 1024} MB.`,
      );
  }
  const row = endLine(Buffer.alloc(0));
  if (row) yield row;
}
