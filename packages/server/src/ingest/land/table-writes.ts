import type { RecordTable } from '../../values/record-types.ts';

/** The tables of the record types, in the order in which their rows are inserted. */
export const recordTables = [
  'location',
  'source',
  'faction',
  'report',
  'claim',
] as const satisfies readonly RecordTable[];

/**
 * What an import does with rows that exist already.
 *
 * For a record:
 * - `update`: it becomes what the file says. Former values stay in its history.
 * - `revise`: like `update`, but a null in the file changes nothing.
 * - `complete`: only columns that are null are filled in.
 * - `keep`: it stays as it is.
 *
 * For the rows of a list:
 * - `replace`: the list becomes what the file says, if its record is staged too.
 * - `add`: missing rows are added.
 * - `keep`: only new records get their rows.
 * - `update`: rows with the same key are updated, and none is deleted.
 */
export type ExistingPolicy = 'update' | 'revise' | 'complete' | 'keep' | 'replace' | 'add';

/** Which columns of a table a format stages, and what happens to rows that exist already. */
export interface TableWrite {
  /** Database names. The database fills `valid_from` and the like itself. */
  columns: readonly string[];
  existing: ExistingPolicy;
  /** Columns that are set when a record is created and that no later file changes. */
  fixed?: readonly string[];
  /** Columns that a later file changes, although the rest of the record stays as it is. */
  revised?: readonly string[];
}

/**
 * Columns that only people change, in any format that does not carry their judgements: no import
 * updates them. In `jsonl` they come with the assessments and ratings that explain them.
 */
export const judgedColumns: Readonly<Partial<Record<RecordTable, readonly string[]>>> = {
  claim: ['status', 'credibility'],
  source: ['reliability', 'protection'],
};

/** Lists of judgements. Imports add to them, and never change or delete one. */
export const judgementLists: readonly string[] = ['assessment', 'rating'];

/** By table. */
export type TableWrites = Readonly<Partial<Record<WritableTable, TableWrite>>>;

interface TableDeclaration {
  table: string;
  /** For a list: the column with the id of the record that the list belongs to. */
  owner?: string;
}

/**
 * Every table that a format can write. Rows are inserted in this order and deleted in reverse, so
 * that a row exists before others refer to it. Quantities come before places: then the roll-up of a
 * new claim is written once.
 */
export const writableTables = [
  { table: 'location' },
  { table: 'source' },
  { table: 'faction' },
  { table: 'report' },
  { table: 'claim' },
  { table: 'name' },
  { table: 'external_id' },
  { table: 'location_also_in', owner: 'location_id' },
  { table: 'location_overlap' },
  { table: 'report_author', owner: 'report_id' },
  { table: 'rating', owner: 'source_id' },
  { table: 'attribution', owner: 'claim_id' },
  { table: 'speaker', owner: 'claim_id' },
  { table: 'quantity', owner: 'claim_id' },
  { table: 'claim_place', owner: 'claim_id' },
  { table: 'claim_party', owner: 'claim_id' },
  { table: 'citation', owner: 'claim_id' },
  { table: 'import_issue', owner: 'claim_id' },
  { table: 'assessment', owner: 'claim_id' },
  { table: 'import_row', owner: 'record_id' },
  { table: 'import_match', owner: 'record_id' },
  { table: 'redacted_record', owner: 'record_id' },
  { table: 'claim_link' },
  { table: 'faction_relation' },
  { table: 'relation_claim' },
  { table: 'affiliation' },
  { table: 'affiliation_claim' },
] as const satisfies readonly TableDeclaration[];

export type WritableTable = (typeof writableTables)[number]['table'];

/** The columns of the staging tables that no table of the ledger corresponds to. */
export const stagingColumns = {
  /**
   * Staged records: the staged id, the source key, a name and place to match by, and the line that
   * first names them.
   */
  record: [
    'type',
    'id',
    'system',
    'value',
    'external',
    'optional',
    'name',
    'kind',
    'country',
    'admin1',
    'admin2',
    'lat',
    'lon',
    'redacted',
    'line',
  ],
  /** The original row of each staged record. */
  row: ['type', 'record_id', 'line', 'raw', 'fingerprint'],
  /** What the area around each unit of a gazetteer is found by. */
  hierarchy: ['id', 'system', 'code', 'parent_code', 'country_id'],
} as const;
