import type { OpenedFile, SourceRow } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { assertWgs84 } from './reference-system.ts';

/** An object of a JSON file. */
export interface JsonRow extends SourceRow {
  value: Record<string, unknown>;
}

/** In characters. Outlines of countries have a few million. */
const maxObjectLength = 16 * 1024 * 1024;

/**
 * Reads the objects of a JSON file one by one, without holding the whole file in memory: those of
 * an array, those in `features` of a GeoJSON collection, or else the objects of the file itself,
 * one or several, such as one on each line or a sequence by RFC 8142. It is written by hand because
 * each row needs its line and its original text.
 *
 * @throws FileRefused with the line at which it is not JSON, or if it is not in WGS 84.
 */
export async function* readJson(file: OpenedFile): AsyncGenerator<JsonRow> {
  const scanner = new ObjectScanner(file.name);
  for await (const chunk of file.bytes()) yield* scanner.scan(chunk.toString('utf8'));
  scanner.end();
}

/** Turns a stored row back into the row that was read. */
export const restoreJsonRow = (raw: string, line: number): JsonRow => ({
  line,
  raw,
  value: JSON.parse(raw),
});

/** Character codes. */
const lineFeed = 10;
const carriageReturn = 13;
/** RS, which begins each text of a sequence (RFC 8142). */
const recordSeparator = 30;
const space = 32;
const quote = 34;
const comma = 44;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** An object as far as it has been read in earlier chunks. */
interface PartialObject {
  text: string;
  line: number;
}

class ObjectScanner {
  private chunk = '';
  /** Where the part of the chunk begins that belongs to the current object. */
  private from = 0;
  private line = 1;
  private previousCode = 0;
  private depth = 0;
  /** The depth of the rows of the list that is being read. Undefined: it is not in such a list. */
  private rowDepth: number | undefined;
  /** The current row of a list. */
  private row: PartialObject | undefined;
  /** The current outermost object, without the features that are rows. */
  private outer: (PartialObject & { hasFeatures: boolean }) | undefined;
  private inString = false;
  private isEscaped = false;
  /** The current or last string that is directly in the outermost object: a key or a value. */
  private outerString = '';

  constructor(private readonly name: string) {}

  *scan(chunk: string): Generator<JsonRow> {
    this.chunk = chunk;
    this.from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      this.countLine(code);
      if (this.inString) this.scanString(code);
      else if (code === openBrace || code === openBracket) this.open(code, i);
      else if (code === closeBrace || code === closeBracket) yield* this.close(i);
      else if (code > space) this.scanOther(code);
      else if (code === recordSeparator && this.depth > 0) throw this.invalid();
    }
    const current = this.row ?? (this.rowDepth === undefined ? this.outer : undefined);
    if (current) this.append(current, chunk.length);
  }

  end(): void {
    if (this.depth > 0 || this.inString) throw this.invalid();
  }

  private countLine(code: number): void {
    if (code === carriageReturn || (code === lineFeed && this.previousCode !== carriageReturn))
      this.line += 1;
    this.previousCode = code;
  }

  private scanString(code: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (code === backslash) this.isEscaped = true;
    else if (code === quote) this.inString = false;
    if (this.inString && this.depth === 1) this.outerString += String.fromCharCode(code);
  }

  private scanOther(code: number): void {
    // The items of a list of rows are objects, and nothing is between texts.
    if (this.depth > 0 && this.depth === this.rowDepth && code !== comma) throw this.notAnObject();
    if (this.depth === 0) throw this.invalid();
    if (code !== quote) return;
    this.inString = true;
    if (this.depth === 1) this.outerString = '';
  }

  private open(code: number, at: number): void {
    const object: PartialObject = { text: '', line: this.line };
    if (this.depth === 0) {
      if (code === openBracket) this.rowDepth = 1;
      else this.outer = { ...object, hasFeatures: false };
      this.from = at;
    } else if (this.depth === this.rowDepth) {
      if (code === openBracket) throw this.notAnObject();
      this.row = object;
      this.from = at;
    } else if (this.isFeatures(code) && this.outer) {
      this.append(this.outer, at + 1);
      this.outer.hasFeatures = true;
      this.rowDepth = 2;
    }
    this.depth += 1;
  }

  /** Whether a list that is opened here is the `features` of the outermost object. */
  private isFeatures = (code: number): boolean =>
    code === openBracket && this.depth === 1 && this.outerString === 'features';

  private *close(at: number): Generator<JsonRow> {
    this.depth -= 1;
    if (this.depth < 0) throw this.invalid();
    if (this.row && this.depth === this.rowDepth) {
      yield this.rowOf(this.append(this.row, at + 1));
      this.row = undefined;
    } else if (this.rowDepth === this.depth + 1) {
      this.rowDepth = undefined;
      this.from = at;
    }
    if (this.depth > 0 || !this.outer) return;
    const row = this.rowOf(this.append(this.outer, at + 1));
    if (!this.outer.hasFeatures) yield row;
    this.outer = undefined;
  }

  /** Adds what the chunk has of an object up to a position. */
  private append(object: PartialObject, to: number): PartialObject {
    object.text += this.chunk.slice(this.from, to);
    this.from = to;
    if (object.text.length <= maxObjectLength) return object;
    throw new FileRefused(
      `${this.name}, line ${object.line}: an object is longer than 16 million characters.`,
      'TOO_LARGE',
    );
  }

  private rowOf({ text, line }: PartialObject): JsonRow {
    const where = `${this.name}, line ${line}`;
    let value: Record<string, unknown>;
    try {
      value = JSON.parse(text);
    } catch {
      throw new FileRefused(`${where}: this is not valid JSON.`);
    }
    assertWgs84(value.crs, where);
    return { line, raw: text, value };
  }

  private notAnObject(): FileRefused {
    return new FileRefused(
      `${this.name}, line ${this.line}: a list of objects {…} is wanted here, and it has ` +
        'something else, such as a number, null or a list.',
    );
  }

  private invalid(): FileRefused {
    return new FileRefused(
      `${this.name}, line ${this.line}: this is not valid JSON, or it is incomplete.`,
    );
  }
}
