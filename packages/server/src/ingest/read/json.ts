import { StringDecoder } from 'node:string_decoder';
import type { OpenedFile, SourceRow } from '../format.ts';
import { FileRefused } from '../problem.ts';

/** An object of a JSON file. */
export interface JsonRow extends SourceRow {
  value: Record<string, unknown>;
}

/** One object is no longer than this; outlines of countries are a few megabytes. In characters. */
const longest = 16 * 1024 * 1024;

/**
 * The objects of a JSON array, or of the array in an object (GeoJSON's `features`), one after the other: the file is never in memory as a whole.
 *
 * @throws FileRefused with the line at which it is no JSON.
 */
export async function* readJson(file: OpenedFile): AsyncGenerator<JsonRow> {
  const decoder = new StringDecoder('utf8');
  const scan = new Scan(file.name);
  for await (const chunk of file.bytes()) yield* scan.take(decoder.write(chunk));
  scan.end();
}

class Scan {
  private line = 1;
  private begins = 1;
  private depth = 0;
  /** The depth at which the objects lie that are rows. */
  private rows: number | undefined;
  private object = '';
  private quoted = false;
  private escaped = false;

  constructor(private readonly name: string) {}

  *take(text: string): Generator<JsonRow> {
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10) this.line += 1;
      if (this.quoted) this.inString(c);
      else if (c === 34) this.quoted = true;
      else if (c === 123 || c === 91) {
        if (this.depth === 0) this.rows = c === 91 ? 1 : 2;
        if (this.depth === this.rows && c === 123) [from, this.begins] = [i, this.line];
        this.depth += 1;
      } else if (c === 125 || c === 93) {
        this.depth -= 1;
        if (this.depth < 0) throw this.wrong();
        if (this.depth === this.rows && c === 125) {
          yield this.row(this.object + text.slice(from, i + 1));
          this.object = '';
        }
      } else if (this.depth === 0 && c > 32) throw this.wrong();
    }
    if (this.rows !== undefined && this.depth > this.rows) this.object += text.slice(from);
    if (this.object.length > longest)
      throw new FileRefused(
        `${this.name}, line ${this.begins}: an object is longer than ${longest / 1024 / 1024} MB.`,
      );
  }

  end(): void {
    if (this.depth > 0 || this.rows === undefined) throw this.wrong();
  }

  private inString(c: number): void {
    if (this.escaped) this.escaped = false;
    else if (c === 92) this.escaped = true;
    else if (c === 34) this.quoted = false;
  }

  private row(raw: string): JsonRow {
    try {
      return { line: this.begins, raw, value: JSON.parse(raw) };
    } catch {
      throw new FileRefused(`${this.name}, line ${this.begins}: this is no JSON.`);
    }
  }

  private readonly wrong = (): FileRefused =>
    new FileRefused(`${this.name}, line ${this.line}: this is no JSON, or not all of it.`);
}
