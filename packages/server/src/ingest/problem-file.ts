import { once } from 'node:events';
import {
  constants,
  createWriteStream,
  existsSync,
  mkdirSync,
  type WriteStream,
  writeFileSync,
} from 'node:fs';
import { access, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../values/spreadsheet.ts';
import type { FileProblem } from './run.ts';

/**
 * Where the problems of a file are written by default. They quote its rows, so the folder has a
 * `.gitignore` for everything in it.
 */
export const defaultProblemPath = (file: string): string =>
  join(problemFolder, `${basename(file)}.problems.csv`);

const problemFolder = 'import-problems';

/**
 * Writes problems as CSV (RFC 4180) while they arise. Without a problem, no file is created. Its
 * methods throw the errors of the file system.
 */
export class ProblemFile {
  /** How many problems were written. */
  count = 0;
  private stream: WriteStream | undefined;
  private failure: Error | undefined;

  constructor(readonly path: string) {}

  /** Before rows are imported: without the file, nobody would learn about their problems. */
  async assertWritable(): Promise<void> {
    const folder = dirname(this.path);
    const isMadeLater = folder === problemFolder && !existsSync(folder);
    await access(isMadeLater ? '.' : folder, constants.W_OK);
    if (existsSync(this.path)) await (await open(this.path, 'a')).close();
  }

  async add(problem: FileProblem): Promise<void> {
    if (this.failure) throw this.failure;
    this.stream ??= this.open();
    this.count += 1;
    const { file, line, column, value, kind, reason, refused, passedOver } = problem;
    const row = passedOver ? 'passed over' : refused ? 'refused' : 'imported';
    const cells = [file, line, column, value, kind, reason, row];
    if (!this.stream.write(csvLine(cells))) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    if (!this.stream) return;
    this.stream.end();
    if (!this.stream.closed) await once(this.stream, 'close');
    if (this.failure) throw this.failure;
  }

  private open(): WriteStream {
    const folder = dirname(this.path);
    if (folder === problemFolder && !existsSync(folder)) {
      mkdirSync(folder);
      writeFileSync(join(folder, '.gitignore'), '*\n');
    }
    const stream = createWriteStream(this.path);
    stream.on('error', (error) => {
      this.failure = error;
    });
    stream.write(csvLine(['file', 'line', 'column', 'value', 'kind', 'reason', 'row']));
    return stream;
  }
}

/** Cells that a spreadsheet would take for a formula get an apostrophe in front. */
const csvLine = (cells: readonly (string | number | null)[]): string =>
  stringify([cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))], {
    record_delimiter: 'windows',
    // Quotes cells with any line break, not only with CRLF.
    quoted_match: /[\r\n]/,
  });
