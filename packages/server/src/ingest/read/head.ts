import type { OpenedFile } from '../format.ts';
import { separatorLine } from './csv-scanner.ts';

const maxLength = 64 * 1024;

/**
 * The beginning of a file, by which formats are told apart: with LF as the only line end, and
 * without what may come before the content, such as a `sep=` line or a record separator. Of a
 * workbook, it is the first row as CSV.
 */
export async function readHead(file: OpenedFile): Promise<string> {
  if (file.rows) {
    for await (const [row] of file.rows())
      if (row) return row.cells.map((cell) => cell.replace(/[",\r\n]+/g, ' ').trim()).join(',');
    return '';
  }
  let head = '';
  for await (const chunk of file.bytes()) {
    head += chunk.toString('utf8');
    if (head.length >= maxLength || /\S[^\r\n]*[\r\n]/.test(head)) break;
  }
  return withoutRecordSeparator(head).replace(separatorLine, '').replace(/\r\n?/g, '\n');
}

/** The texts of a sequence (RFC 8142) begin with RS. */
const withoutRecordSeparator = (text: string): string =>
  text.trimStart().startsWith('\u001e') ? text.trimStart().slice(1) : text;
