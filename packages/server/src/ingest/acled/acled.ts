import type { ImportFormat } from '../format.ts';
import { RowRefused } from '../problem.ts';
import { type CsvRow, readCsv } from '../read/csv.ts';
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

/** ACLED's events (Raleigh et al. 2010), by header: files with `event_id_cnty`, and older ones with `data_id` and `iso3`. Its terms forbid to pass its data on. */
export const acled: ImportFormat<CsvRow> = {
  name: 'acled',
  description: 'ACLED, CSV as its export tool gives it',
  read: (file, { header }) =>
    readCsv(file, { required: requiredColumns, what: 'CSV file of ACLED' }, header),
  stage(row, batch, options) {
    const claim = claimRowOf(row, options);
    if (!stageClaimRow(batch, 'ACLED', claim, options))
      throw new RowRefused(
        'REPEATED_ID',
        'event_id_cnty',
        claim.key.value,
        'An event of this id stands above; this row was left out.',
      );
  },
  writes: claimRowWrites,
};
