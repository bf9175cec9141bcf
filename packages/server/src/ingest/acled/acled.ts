import type { ImportFormat } from '../format.ts';
import { type CsvRow, readCsv, restoreCsvRow } from '../read/csv.ts';
import { claimRowWrites, stageClaimRow } from '../stage/claim-row.ts';
import { claimRowOf } from './row.ts';

const requiredColumns = [
  'event_date',
  'event_type',
  'actor1',
  'actor2',
  'country',
  'location',
  'latitude',
  'longitude',
  'source',
  'notes',
  'fatalities',
];

/** Columns with codes and ids. */
const codes = ['data_id', 'time_precision', 'inter1', 'inter2', 'geo_precision'];

/**
 * ACLED's events (Raleigh et al. 2010), read by header: current files with `event_id_cnty`, and
 * older ones with `data_id` and `iso3`. Its terms do not allow passing its data on.
 */
export const acled: ImportFormat<CsvRow> = {
  name: 'acled',
  description: 'ACLED, CSV as its export tool writes it',
  releaseSystem: 'acled-release',
  read: (file, { onHeader }) =>
    readCsv(file, { required: requiredColumns, codes, what: 'CSV file of ACLED' }, onHeader),
  stage: (row, batch, options) =>
    stageClaimRow(batch, 'ACLED', claimRowOf(row, options), 'event_id_cnty', options),
  restage: (raw, line, header) => restoreCsvRow(raw, line, header, { codes }),
  writes: claimRowWrites,
};
