const lineFeed = 10;
const carriageReturn = 13;

/** Counts lines as an editor does: LF, CRLF and CR each end one. */
export class LineCounter {
  private ends = 0;
  private endsWithCarriageReturn = false;

  /** Counts the next part of a text. */
  count(chunk: Buffer): void {
    this.ends = this.lineAfter(chunk) - 1;
    this.endsWithCarriageReturn = chunk.at(-1) === carriageReturn;
  }

  /** The line that begins or goes on after the parts counted so far and `chunk`, from 1. */
  lineAfter(chunk: Buffer): number {
    let ends = this.ends;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) ends++;
    for (
      let at = chunk.indexOf(carriageReturn);
      at >= 0;
      at = chunk.indexOf(carriageReturn, at + 1)
    )
      if (chunk[at + 1] !== lineFeed) ends++;
    return ends + 1 - (this.endsWithCarriageReturn && chunk[0] === lineFeed ? 1 : 0);
  }
}
