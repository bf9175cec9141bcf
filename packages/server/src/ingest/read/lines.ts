import type { OpenedFile, SourceRow } from '../format.ts';
import { FileRefused } from '../problem.ts';

/** In characters. The body of a report has up to a million, an outline as many numbers. */
const maxLineLength = 16 * 1024 * 1024;

/**
 * Reads the lines of a file that are not blank. LF, CRLF and CR each end a line, in any mixture.
 *
 * @throws FileRefused if a line is too long.
 */
export async function* readLines(file: OpenedFile): AsyncGenerator<SourceRow> {
  let line = 1;
  let rest = '';
  for await (const chunk of file.bytes()) {
    const text = chunk.toString('utf8');
    rest += text;
    if (rest.length > maxLineLength && !/[\r\n]/.test(text)) throw tooLong(file, line);
    if (!/[\r\n]/.test(rest.slice(-text.length - 1))) continue;
    // The line feed of a CRLF may be in the next chunk.
    const isSplit = rest.endsWith('\r');
    const lines = (isSplit ? rest.slice(0, -1) : rest).split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? '') + (isSplit ? '\r' : '');
    for (const raw of lines) {
      if (raw.trim() !== '') yield { line, raw };
      line += 1;
    }
  }
  const raw = rest.replace(/\r$/, '');
  if (raw.trim() !== '') yield { line, raw };
}

const tooLong = ({ name }: OpenedFile, line: number): FileRefused =>
  new FileRefused(
    `${name}, line ${line}: it is longer than ${maxLineLength / 1024 / 1024} MB.`,
    'TOO_LARGE',
  );
