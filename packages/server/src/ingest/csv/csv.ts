import { hash } from 'node:crypto';
import type { ImportFormat } from '../format.ts';
import { FileRefused } from '../problem.ts';
import { type CsvRow, readCsv, restoreCsvRow } from '../read/csv.ts';
import { claimRowWrites, stageClaimRow } from '../stage/claim-row.ts';
import { columnsOf, type Mapping, readMapping } from './mapping.ts';
import { claimRowOf } from './row.ts';

/** A desk's own table, read by a mapping that says which column is what. */
export const csv: ImportFormat<CsvRow, Mapping> = {
  name: 'csv',
  description:
    'a table of your own, by a mapping of its columns (--map; --guess writes a first one)',
  parseSettings(value) {
    if (value === null || typeof value !== 'object')
      throw new FileRefused(
        'A table of your own needs a mapping, which says what its columns mean. ' +
          '`claimgraph import csv FILE --guess` writes a first one.',
        'BAD_MAPPING',
      );
    return readMapping(value);
  },
  async *read(file, { settings: mapping, onHeader }) {
    const readBy = hashOf(mapping);
    const csvOptions = {
      delimiter: mapping.delimiter,
      required: columnsOf(mapping),
      what: 'CSV file of this mapping',
    };
    for await (const row of readCsv(file, csvOptions, onHeader)) yield { ...row, readBy };
  },
  stage: (row, batch, options) =>
    stageClaimRow(
      batch,
      options.settings.dataset.name,
      claimRowOf(row, options),
      options.settings.id.column,
      options,
    ),
  restage: (raw, line, header, mapping) => ({
    ...restoreCsvRow(raw, line, header),
    readBy: hashOf(mapping),
  }),
  writes: claimRowWrites,
};

/** Rows that are read by another mapping are other rows. */
const hashOf = (mapping: Mapping): string => hash('sha256', JSON.stringify(mapping), 'base64');
