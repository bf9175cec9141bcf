import { Readable } from 'node:stream';
import type pg from 'pg';

/** PostgreSQL sends rows one by one. Compressing larger pieces is much faster. */
const pieceBytes = 256 * 1024;

/** The members of a connection that `pg`'s types do not declare or call differently. */
type CopyConnection = pg.Connection & { query(text: string): void };

/**
 * The rows that a `copy … to stdout` sends, in pieces. PostgreSQL waits while nobody reads them, so
 * memory does not grow with the table. Destroying the stream ends the connection: PostgreSQL cannot
 * be asked to stop in the middle.
 */
export class CopyOut extends Readable implements pg.Submittable {
  private connection: CopyConnection | undefined;
  private piece = Buffer.allocUnsafe(pieceBytes);
  private used = 0;

  constructor(private readonly statement: string) {
    super({ highWaterMark: pieceBytes });
  }

  submit(connection: pg.Connection): void {
    this.connection = connection as CopyConnection;
    this.connection.query(this.statement);
  }

  override _read(): void {
    this.connection?.stream.resume();
  }

  /** The chunk is a part of the parser's buffer, which is used again. So it is copied. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.used + chunk.length > pieceBytes) this.flush();
    if (chunk.length > pieceBytes) this.send(Buffer.from(chunk));
    else this.used += chunk.copy(this.piece, this.used);
  }

  private flush(): void {
    if (this.used === 0) return;
    this.send(this.piece.subarray(0, this.used));
    this.piece = Buffer.allocUnsafe(pieceBytes);
    this.used = 0;
  }

  private send(bytes: Buffer): void {
    if (!this.push(bytes)) this.connection?.stream.pause();
  }

  handleCommandComplete(): void {
    this.flush();
  }

  handleReadyForQuery(): void {
    this.connection?.stream.resume();
    this.connection = undefined;
    this.push(null);
  }

  handleError(error: Error): void {
    this.connection?.stream.resume();
    this.connection = undefined;
    this.destroy(error);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.connection?.stream.destroy();
    done(error);
  }
}
