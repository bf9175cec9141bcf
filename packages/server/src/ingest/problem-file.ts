import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { FileProblem } from './run.ts';

/** Problems as CSV (RFC 4180), written as they come; no file is made where there are none. */
export class ProblemFile {
  written = 0;
  private stream: WriteStream | undefined;

  constructor(readonly path: string) {}

  async add(problem: FileProblem): Promise<void> {
    this.stream ??= this.opened();
    this.written += 1;
    const { file, line, column, value, kind, reason, refused } = problem;
    if (
      !this.stream.write(
        csvLine([file, line, column, value, kind, reason, refused ? 'refused' : 'imported']),
      )
    )
      await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    await once(this.stream, 'close');
  }

  private opened(): WriteStream {
    const stream = createWriteStream(this.path);
    stream.write(csvLine(['file', 'line', 'column', 'value', 'kind', 'reason', 'row']));
    return stream;
  }
}

export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

/** A cell that a spreadsheet would take for a formula is made text by an apostrophe before it. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
