import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  type BackedUpTable,
  type BackupHeader,
  BackupRefused,
  type BackupSummary,
  endOfRows,
  parseHeader,
  parseSummary,
  parseTableLine,
} from './backup-format.ts';
import { SealReader } from './backup-seal.ts';
import { countLines } from './write-backup.ts';

/** No line of JSON in a backup comes near this length. It bounds the memory for a hostile file. */
const longestLine = 16 * 1024 * 1024;

/** What takes the rows of a table. It must read all of them. */
type RowConsumer = (table: BackedUpTable, rows: AsyncIterable<Buffer>) => Promise<void>;

/**
 * Reads a backup as a stream and checks all of it: the seal, the order and number of tables, the
 * number of rows and their SHA-256. All methods throw a {@link BackupRefused} that names the first
 * place that is wrong.
 */
export class BackupReader {
  private readonly seal = new SealReader();
  private readonly gunzip = createGunzip({ chunkSize: 256 * 1024 });
  private readonly text: TextReader;

  constructor(private readonly file: Readable) {
    file.on('error', (error) => this.gunzip.destroy(error));
    this.text = new TextReader(file.pipe(this.seal).pipe(this.gunzip));
  }

  /** Reads the header. Call it first. */
  readHeader(): Promise<BackupHeader> {
    return this.reading(async () => parseHeader(await this.text.line()));
  }

  /**
   * Reads all tables, and returns the number of rows. The consumer gets rows before the end is
   * checked, so what it does with them must be undone if this fails.
   */
  readTables({ tables }: BackupHeader, consume: RowConsumer): Promise<number> {
    return this.reading(async () => {
      const found: BackupSummary['tables'] = [];
      for (const table of tables) {
        if (parseTableLine(await this.text.line()) !== table.name)
          throw new BackupRefused(`the table ${table.name} is missing or in another place`);
        const rows = new RowCounter(this.text.rows());
        await consume(table, rows);
        found.push({ name: table.name, rows: rows.count, sha256: rows.digest() });
      }
      compareTables(found, parseSummary(await this.text.line()).tables);
      await this.text.expectEnd();
      if (!this.seal.isSealed)
        throw new BackupRefused('it was changed or cut off after it was written');
      return found.reduce((sum, { rows }) => sum + rows, 0);
    });
  }

  close(): void {
    this.file.destroy();
    this.gunzip.destroy();
  }

  private async reading<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asRefusal(error, this.text.bytes);
    }
  }
}

function compareTables(found: BackupSummary['tables'], written: BackupSummary['tables']): void {
  const wrong = found.find(({ name, rows, sha256 }, i) => {
    const table = written[i];
    return table?.name !== name || table.rows !== rows || table.sha256 !== sha256;
  });
  if (wrong) throw new BackupRefused(`the rows of ${wrong.name} are not those that were written`);
  if (written.length !== found.length) throw new BackupRefused('its last line is damaged');
}

/** Errors of zlib mean that bytes were changed. Those of files and of the consumer stay. */
function asRefusal(error: unknown, bytesRead: number): unknown {
  if (!/^Z_/.test(Object(error).code ?? '')) return error;
  return new BackupRefused(
    bytesRead === 0 ? 'it is not a backup of Claimgraph' : 'it is damaged or cut off',
  );
}

/** Counts and hashes the rows that pass. */
class RowCounter implements AsyncIterable<Buffer> {
  count = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly rows: AsyncIterable<Buffer>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const piece of this.rows) {
      this.count += countLines(piece);
      this.hash.update(piece);
      yield piece;
    }
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

/** Reads lines of JSON, and the rows between them, from a stream. */
class TextReader {
  bytes = 0;
  private buffer: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(stream: Readable) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** Reads on. Returns false at the end. */
  private async more(): Promise<boolean> {
    const { value, done } = await this.chunks.next();
    if (done) return false;
    this.bytes += value.length;
    this.buffer = this.buffer.length > 0 ? Buffer.concat([this.buffer, value]) : value;
    return true;
  }

  async line(): Promise<string> {
    let end = this.buffer.indexOf(10);
    while (end < 0) {
      const length = this.buffer.length;
      if (length > longestLine) throw new BackupRefused('it is not a backup of Claimgraph');
      if (!(await this.more())) throw new BackupRefused('it is cut off');
      end = this.buffer.indexOf(10, length);
    }
    const line = this.buffer.toString('utf8', 0, end);
    this.buffer = this.buffer.subarray(end + 1);
    return line;
  }

  /** The rows of a table, in pieces that begin and end anywhere. */
  async *rows(): AsyncGenerator<Buffer> {
    let isLineStart = true;
    for (;;) {
      const end = endOfRowsIn(this.buffer, isLineStart);
      if (end >= 0) {
        if (end > 0) yield this.buffer.subarray(0, end);
        this.buffer = this.buffer.subarray(end + endOfRows.length);
        return;
      }
      // The last bytes may be the first ones of the end.
      const length = Math.max(0, this.buffer.length - endOfRows.length);
      if (length > 0) {
        yield this.buffer.subarray(0, length);
        isLineStart = this.buffer[length - 1] === 10;
        this.buffer = this.buffer.subarray(length);
      }
      if (!(await this.more())) throw new BackupRefused('it is cut off');
    }
  }

  async expectEnd(): Promise<void> {
    if (this.buffer.length > 0 || (await this.more()))
      throw new BackupRefused('something follows its last line');
  }
}

/** Where the line that ends the rows begins, or -1. */
function endOfRowsIn(bytes: Buffer, isLineStart: boolean): number {
  for (let at = bytes.indexOf(endOfRows); at >= 0; at = bytes.indexOf(endOfRows, at + 1))
    if (at === 0 ? isLineStart : bytes[at - 1] === 10) return at;
  return -1;
}
