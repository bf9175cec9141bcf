import type { TableRow } from '../format.ts';
import { FileRefused } from '../problem.ts';

/** In characters. Longer than any row of real data; bounds memory for files without line ends. */
const maxRowLength = 2 * 1024 * 1024;

/** Character codes. */
const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;

/** A first line that names the delimiter. */
export const separatorLine = /^"?sep=([^"\r\n])"?(?:\r\n?|\n|$)/i;
const longestSeparatorLine = 10;

/**
 * Splits text into rows (RFC 4180). LF, CRLF and CR each end a row, in any mixture, and a line is
 * counted as an editor counts it. It is written by hand because libraries expect one line end in
 * the whole file, and count lines wrongly where a quoted cell or an empty line has others.
 */
export class CsvScanner {
  /** What has not been split into rows yet. */
  private text = '';
  private line = 1;
  private isStart = true;
  private delimiterCode: number;

  constructor(
    private readonly name: string,
    delimiter: string,
    private readonly hasQuotes: boolean,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0);
  }

  /** The rows that end in the text so far. @throws FileRefused if it is not CSV. */
  scan(chunk: string): TableRow[] {
    this.text += chunk;
    return this.completeRows(false);
  }

  /** The rest, after the last chunk. @throws FileRefused if a quote is not closed. */
  end(): TableRow[] {
    return this.completeRows(true);
  }

  private completeRows(isEnd: boolean): TableRow[] {
    const rows: TableRow[] = [];
    if (this.isStart && this.text.length < longestSeparatorLine && !isEnd) return rows;
    let from = this.isStart ? this.skipSeparatorLine() : 0;
    this.isStart = false;
    while (from < this.text.length) {
      const { line } = this;
      const cells: string[] = [];
      const to = this.scanRow(from, cells, isEnd);
      if ((to ?? this.text.length) - from > maxRowLength) throw this.tooLong(line);
      if (to === undefined) {
        this.line = line;
        break;
      }
      from = to;
      if (cells.some((cell) => cell !== '' && cell.trim() !== '')) rows.push({ cells, line });
    }
    this.text = this.text.slice(from);
    return rows;
  }

  /** Reads a row into `cells`. @returns where the next row begins. Undefined: it is incomplete. */
  private scanRow(from: number, cells: string[], isEnd: boolean): number | undefined {
    const { text } = this;
    let at = from;
    for (;;) {
      const begin = at;
      const isQuoted = this.hasQuotes && text.charCodeAt(at) === quote;
      at = isQuoted ? this.endOfQuotedCell(at, isEnd) : this.endOfCell(at);
      if (at >= text.length && !isEnd) return undefined;
      cells.push(isQuoted ? this.unquote(begin, at) : text.slice(begin, at));
      if (at >= text.length) return at;
      const code = text.charCodeAt(at);
      at += 1;
      if (code === this.delimiterCode) continue;
      if (code !== lineFeed && code !== carriageReturn) throw this.strayQuote();
      // The line feed of a pair may be in the next chunk.
      if (code === carriageReturn && at >= text.length && !isEnd) return undefined;
      this.line += 1;
      return code === carriageReturn && text.charCodeAt(at) === lineFeed ? at + 1 : at;
    }
  }

  private endOfCell(from: number): number {
    const { text, hasQuotes, delimiterCode } = this;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiterCode || code === lineFeed || code === carriageReturn) return at;
      if (code === quote && hasQuotes) return at;
    }
    return text.length;
  }

  /** The position after the closing quote, or the end of the text if it is not there yet. */
  private endOfQuotedCell(from: number, isEnd: boolean): number {
    const { text } = this;
    let at = text.indexOf('"', from + 1);
    while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
    if (at >= 0) return at + 1;
    if (isEnd) throw this.invalid('a quote is opened here and never closed', this.line);
    return text.length;
  }

  /** The content of a quoted cell. Its line ends count, too. */
  private unquote(from: number, to: number): string {
    const content = this.text.slice(from + 1, to - 1);
    this.line += content.match(/\r\n|\r|\n/g)?.length ?? 0;
    return content.includes('"') ? content.replaceAll('""', '"') : content;
  }

  /** Spreadsheets write `sep=;` as a first line, which says what separates the cells. */
  private skipSeparatorLine(): number {
    const [line, delimiter] = (this.hasQuotes && separatorLine.exec(this.text)) || [];
    if (line === undefined || delimiter === undefined) return 0;
    this.delimiterCode = delimiter.charCodeAt(0);
    this.line += 1;
    return line.length;
  }

  private strayQuote(): FileRefused {
    return this.invalid('a quote is inside a cell, or a cell goes on after its quote', this.line);
  }

  private invalid(what: string, line: number): FileRefused {
    return new FileRefused(`${this.name} is not valid CSV: on line ${line}, ${what}.`);
  }

  private tooLong(line: number): FileRefused {
    const limit = `${maxRowLength / 1024 / 1024} MB`;
    return new FileRefused(
      `${this.name}: a row that begins on line ${line} is longer than ${limit}. ` +
        'Is a quote missing?',
    );
  }
}
