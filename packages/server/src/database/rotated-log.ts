import { appendFileSync, renameSync, statSync } from 'node:fs';

/** The most bytes of a log file. There are two: the present one, and the one before it. */
const defaultMaxBytes = 5 * 1024 * 1024;

/** A log file of bounded size. When it is full, it is renamed to `….1` and begun again. */
export class RotatedLog {
  private size: number;

  constructor(
    private readonly path: string,
    private readonly maxBytes = defaultMaxBytes,
  ) {
    this.size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** What cannot be written, because the disk is full for example, is left out. */
  write(text: string): void {
    const bytes = Buffer.from(text);
    try {
      if (this.size > 0 && this.size + bytes.length > this.maxBytes) {
        renameSync(this.path, `${this.path}.1`);
        this.size = 0;
      }
      appendFileSync(this.path, bytes, { mode: 0o600 });
      this.size += bytes.length;
    } catch {}
  }
}
