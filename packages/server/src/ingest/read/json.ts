import { StringDecoder } from 'node:string_decoder';
import type { OpenedFile, SourceRow } from '../format.ts';
import { FileRefused } from '../problem.ts';

/** An object of a JSON file. */
export interface JsonRow extends SourceRow {
  value: Record<string, unknown>;
}

/** In characters. Outlines of countries have a few million. */
const maxObjectLength = 16 * 1024 * 1024;

/**
 * Reads the objects of a JSON array, or of the array in an object (GeoJSON's `features`), one by
 * one, without holding the whole file in memory. It is written by hand because each row needs its
 * line and its original text.
 *
 * @throws FileRefused with the line at which it is not JSON.
 */
export async function* readJson(file: OpenedFile): AsyncGenerator<JsonRow> {
  const decoder = new StringDecoder('utf8');
  const scanner = new ObjectScanner(file.name);
  for await (const chunk of file.bytes()) yield* scanner.scan(decoder.write(chunk));
  scanner.end();
}

/** Turns a stored row back into the row that was read. */
export const restoreJsonRow = (raw: string, line: number): JsonRow => ({
  line,
  raw,
  value: JSON.parse(raw),
});

/** Character codes. */
const newline = 10;
const space = 32;
const quote = 34;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

class ObjectScanner {
  private line = 1;
  /** The line that the current object begins on. */
  private objectLine = 1;
  private depth = 0;
  /** The depth of the objects that are rows. */
  private rowDepth: number | undefined;
  /** The current object, as far as it was in earlier chunks. */
  private object = '';
  private inString = false;
  private isEscaped = false;

  constructor(private readonly name: string) {}

  *scan(text: string): Generator<JsonRow> {
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === newline) this.line += 1;
      if (this.inString) this.scanString(code);
      else if (code === quote) this.inString = true;
      else if (code === openBrace || code === openBracket) {
        if (this.depth === 0) this.rowDepth = code === openBracket ? 1 : 2;
        if (this.depth === this.rowDepth && code === openBrace) {
          from = i;
          this.objectLine = this.line;
        }
        this.depth += 1;
      } else if (code === closeBrace || code === closeBracket) {
        this.depth -= 1;
        if (this.depth < 0) throw this.invalid();
        if (this.depth === this.rowDepth && code === closeBrace) {
          yield this.row(this.object + text.slice(from, i + 1));
          this.object = '';
        }
      } else if (this.depth === 0 && code > space) throw this.invalid();
    }
    if (this.rowDepth !== undefined && this.depth > this.rowDepth) this.object += text.slice(from);
    if (this.object.length > maxObjectLength)
      throw new FileRefused(
        `${this.name}, line ${this.objectLine}: an object is longer than 16 million characters.`,
      );
  }

  end(): void {
    if (this.depth > 0 || this.rowDepth === undefined) throw this.invalid();
  }

  private scanString(code: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (code === backslash) this.isEscaped = true;
    else if (code === quote) this.inString = false;
  }

  private row(raw: string): JsonRow {
    try {
      return { line: this.objectLine, raw, value: JSON.parse(raw) };
    } catch {
      throw new FileRefused(`${this.name}, line ${this.objectLine}: this is not valid JSON.`);
    }
  }

  private invalid(): FileRefused {
    return new FileRefused(
      `${this.name}, line ${this.line}: this is not valid JSON, or it is incomplete.`,
    );
  }
}
