import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../values/spreadsheet.ts';
import { claimPages } from './claims.ts';
import { type Cell, columns } from './csv-columns.ts';
import { type ExportedClaim, exportClaims } from './exported-claim.ts';
import type { ExportFormat } from './format.ts';

/**
 * CSV by RFC 4180: UTF-8, a header, CRLF, one claim per row. A text that a spreadsheet could run as
 * a formula (it starts with `=`, `+`, `-`, `@`, a tab or CR) gets an apostrophe in front. Numbers
 * are written as numbers. `claimgraph import csv` takes the apostrophe off again.
 */
export const csv: ExportFormat = {
  type: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  options: ['bom'],
  async *write(ledger, { filter, bom }) {
    const header = rowsOfCsv([columns.map(([name]) => name)]);
    yield { text: bom ? `\ufeff${header}` : header, records: 0 };
    for await (const claims of claimPages<ExportedClaim>(ledger, exportClaims, filter))
      yield {
        text: rowsOfCsv(claims.map((claim) => columns.map(([, value]) => value(claim)))),
        records: claims.length,
      };
  },
};

const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'string' ? guardFormula(cell) : String(cell);
};

const rowsOfCsv = (rows: Cell[][]): string =>
  stringify(
    rows.map((row) => row.map(textOf)),
    {
      record_delimiter: 'windows',
      // Quote cells with any line break, not only with the one that ends a row.
      quoted_match: /[\r\n]/,
    },
  );
