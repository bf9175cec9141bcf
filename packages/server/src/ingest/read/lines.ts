import type { OpenedFile, SourceRow } from '../format.ts';
import { FileRefused } from '../problem.ts';

/** A report's body has up to a million characters, and an outline as many numbers. In bytes. */
const longestLine = 16 * 1024 * 1024;

/** The lines of a file that are not empty, as they stand. @throws FileRefused for one that is longer than any of real data. */
export async function* readLines(file: OpenedFile): AsyncGenerator<SourceRow> {
  let line = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const whole = (last: Buffer): SourceRow | undefined => {
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
      const row = whole(chunk.subarray(from, at));
      if (row) yield row;
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine)
      throw new FileRefused(
        `${file.name}, line ${line}: it is longer than ${longestLine / 1024 / 1024} MB.`,
      );
  }
  const row = whole(Buffer.alloc(0));
  if (row) yield row;
}
