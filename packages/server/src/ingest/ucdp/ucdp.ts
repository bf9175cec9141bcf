import type { ImportFormat } from '../format.ts';
import { type CsvRow, readCsv, restoreCsvRow } from '../read/csv.ts';
import { claimPartWrites } from '../stage/claim-parts.ts';
import { dateColumns } from '../stage/dates.ts';
import { stageEvent } from './event.ts';
import { parseRelease, releaseOfPath } from './release-name.ts';

const requiredColumns = [
  'id',
  'type_of_violence',
  'side_a_new_id',
  'side_a',
  'side_b_new_id',
  'side_b',
  'source_article',
  'source_original',
  'where_prec',
  'where_coordinates',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'country',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'low',
  'best',
  'high',
];

/** Columns with codes and ids. */
const codes = [
  'id',
  'type_of_violence',
  'side_a_new_id',
  'side_b_new_id',
  'where_prec',
  'event_clarity',
  'date_prec',
  'number_of_sources',
];

/**
 * UCDP's Georeferenced Event Dataset (Sundberg & Melander 2013), read by header: the 41 columns of
 * release 19.1's country files, the 49 of 23.1.
 */
export const ucdp: ImportFormat<CsvRow> = {
  name: 'ucdp',
  description: 'UCDP GED, CSV of any release from 19.1 on',
  releaseOf: releaseOfPath,
  parseRelease,
  releaseSystem: 'ucdp-release',
  read: (file, { onHeader }) =>
    readCsv(file, { required: requiredColumns, codes, what: 'CSV file of UCDP GED' }, onHeader),
  stage: stageEvent,
  restage: (raw, line, header) => restoreCsvRow(raw, line, header, { codes }),
  writes: {
    ...claimPartWrites,
    report: {
      columns: ['id', 'kind', 'title', 'publisher_id', 'language', ...dateColumns('published')],
      existing: 'keep',
    },
    claim: {
      columns: [
        'id',
        'statement',
        'language',
        'kind',
        'modality',
        'report_id',
        'aggregate',
        'status',
        'credibility',
        ...dateColumns('occurred'),
        'occurred_extent',
      ],
      existing: 'update',
    },
    quantity: {
      columns: [
        'id',
        'claim_id',
        'position',
        'measure',
        'min',
        'best',
        'max',
        'approximate',
        'part_of',
        'of_category',
        'of_faction_id',
        'as_written',
      ],
      existing: 'replace',
    },
    citation: { columns: ['claim_id', 'position', 'report_id'], existing: 'replace' },
  },
};
