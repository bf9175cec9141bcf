import type { OpenedFile } from '../format.ts';
import { separatorLine } from './csv-rows.ts';

const maxLength = 64 * 1024;

/** The beginning of a file, by which a format is recognised. */
interface FileHead {
  /**
   * With LF as the only line end, and without what may come before the content, such as a record
   * separator. Of a workbook, it is the first row as CSV.
   */
  text: string;
  /** The delimiter that a first line such as `sep=;` names. */
  delimiter?: string | undefined;
}

export async function readHead(file: OpenedFile): Promise<FileHead> {
  if (file.rows) {
    for await (const [row] of file.rows())
      if (row)
        return { text: row.cells.map((cell) => cell.replace(/[",\r\n]+/g, ' ').trim()).join(',') };
    return { text: '' };
  }
  let head = '';
  for await (const chunk of file.bytes()) {
    head += chunk.toString('utf8');
    if (head.length >= maxLength || /\S[^\r\n]*[\r\n]/.test(head.replace(separatorLine, ''))) break;
  }
  const [, delimiter] = separatorLine.exec(head) ?? [];
  const text = withoutRecordSeparator(head).replace(separatorLine, '').replace(/\r\n?/g, '\n');
  return { text, delimiter };
}

/** The texts of a sequence (RFC 8142) begin with RS. */
const withoutRecordSeparator = (text: string): string =>
  text.trimStart().startsWith('\u001e') ? text.trimStart().slice(1) : text;
