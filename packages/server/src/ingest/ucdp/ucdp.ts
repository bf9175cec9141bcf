import type { ImportFormat } from '../format.ts';
import { type CsvRow, csvRow, readCsv } from '../read/csv.ts';
import { nameColumns, sourceWrites } from '../stage/source.ts';
import { stageEvent } from './event.ts';

const required = [
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

/** UCDP's Georeferenced Event Dataset (Sundberg & Melander 2013), by header: the 41 columns of release 19.1's country files, the 49 of 23.1. */
export const ucdp: ImportFormat<CsvRow> = {
  name: 'ucdp',
  description: 'UCDP GED, CSV of any release from 19.1 on',
  releaseOf(path) {
    const name = path.split(/[\\/]/).at(-1)!;
    const [, major, minor] = /(?:^|[^\d])(?:ged|v)?_?-?(\d{2})[._]?(\d)(?!\d)/i.exec(name) ?? [];
    return major && `${major}.${minor}`;
  },
  read: (file, { header }) => readCsv(file, { required, what: 'CSV file of UCDP GED' }, header),
  stage: stageEvent,
  restage: csvRow,
  writes: {
    ...sourceWrites,
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon'],
      existing: 'keep',
    },
    faction: { columns: ['id', 'kind', 'name', 'collective'], existing: 'keep' },
    report: {
      columns: [
        'id',
        'kind',
        'title',
        'publisher_id',
        'language',
        'published_edtf',
        'published_earliest',
        'published_latest',
        'published_precision',
        'published_approximate',
        'published_uncertain',
        'published_basis',
      ],
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
        'occurred_edtf',
        'occurred_earliest',
        'occurred_latest',
        'occurred_precision',
        'occurred_approximate',
        'occurred_uncertain',
        'occurred_extent',
        'occurred_basis',
      ],
      existing: 'update',
    },
    name: { columns: nameColumns, existing: 'keep' },
    attribution: { columns: ['claim_id', 'position'], existing: 'replace' },
    speaker: {
      columns: ['claim_id', 'attribution', 'position', 'source_id', 'capacity'],
      existing: 'replace',
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
    claim_place: {
      columns: [
        'claim_id',
        'position',
        'location_id',
        'role',
        'geo_precision',
        'basis',
        'as_written',
        'point_lat',
        'point_lon',
      ],
      existing: 'replace',
    },
    claim_party: {
      columns: ['claim_id', 'position', 'faction_id', 'role', 'group', 'basis', 'as_written'],
      existing: 'replace',
    },
    citation: { columns: ['claim_id', 'position', 'report_id'], existing: 'replace' },
    import_issue: {
      columns: ['claim_id', 'position', 'kind', 'column', 'value', 'reason'],
      existing: 'replace',
    },
  },
};
