import { stringify } from 'csv-stringify/sync';
import { claimPages } from './claims.ts';
import { columns } from './csv-columns.ts';
import { type ExportedClaim, exportClaims } from './exported-claim.ts';
import type { ExportFormat } from './format.ts';

/**
 * CSV by RFC 4180: UTF-8, a header, CRLF, one claim per row. A cell that a spreadsheet could run as
 * a formula (it starts with `=`, `+`, `-`, `@`, a tab or CR) gets an apostrophe in front, negative
 * numbers too. The column `points` has coordinates that never start with such a character.
 */
export const csv: ExportFormat = {
  type: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(ledger, filter) {
    yield { text: rowsOfCsv([columns.map(([header]) => header)]), records: 0 };
    for await (const claims of claimPages<ExportedClaim>(ledger, exportClaims, filter))
      yield {
        text: rowsOfCsv(claims.map((claim) => columns.map(([, value]) => value(claim)))),
        records: claims.length,
      };
  },
};

type Cell = string | number | boolean | null;

/** All cells are passed as text, because the library does not escape numbers. */
const rowsOfCsv = (rows: Cell[][]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    {
      record_delimiter: 'windows',
      escape_formulas: true,
      // Quote cells with any line break, not only with the one that ends a row.
      quoted_match: /[\r\n]/,
    },
  );
