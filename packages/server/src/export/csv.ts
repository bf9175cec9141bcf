import { stringify } from 'csv-stringify/sync';
import { claimPages, claimQuery } from './claims.ts';
import { columns } from './csv-columns.ts';
import type { ExportFormat } from './format.ts';
import { claimFields, type ExportedClaim } from './whole-claim.ts';

const query = claimQuery(claimFields);

/**
 * RFC 4180: UTF-8, a header, CRLF, one claim a row. A cell that a spreadsheet could take for a formula (it starts with `=`, `+`, `-`, `@`, a
 * tab or CR) has an apostrophe before it, negative numbers too; who wants those as numbers reads `points`, in which none stands first.
 */
export const csv: ExportFormat = {
  type: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  async *write(ledger, filter) {
    yield { text: written([columns.map(([header]) => header)]), records: 0 };
    for await (const claims of claimPages<ExportedClaim>(ledger, query, filter))
      yield {
        text: written(claims.map((claim) => columns.map(([, value]) => value(claim)))),
        records: claims.length,
      };
  },
};

type Cell = string | number | boolean | null;

/** All as texts: the library would not look at numbers. */
const written = (rows: Cell[][]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    {
      record_delimiter: 'windows',
      escape_formulas: true,
      // Any line end within a cell, not only the one between rows.
      quoted_match: /[\r\n]/,
    },
  );
