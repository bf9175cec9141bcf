/** The five record types, by table. */
export const recordTables = ['location', 'source', 'faction', 'report', 'claim'] as const;
export type RecordTable = (typeof recordTables)[number];

/**
 * What becomes of what is there already. Of a record: `update`, it becomes as the file has it, and the former values stay in its history;
 * `revise`, the same, but a null says nothing; `complete`, only what it lacks is filled in; `keep`, it stays as it is. Of the rows of a list: `replace`, the list becomes as the file has it (for
 * records that are updated); `add`, rows that are not there are added; `keep`, only records that are new get theirs; `update`, rows of the same key are updated and none is deleted.
 */
export type Existing = 'update' | 'revise' | 'complete' | 'keep' | 'replace' | 'add';

export interface Write {
  /** The columns that are staged, by their names in the database; `valid_from` and the like are the database's own. */
  columns: readonly string[];
  existing: Existing;
  /** Of those, what a record has from its beginning and no later file changes. */
  fixed?: readonly string[];
}

/** By table. */
export type Writes = Readonly<Partial<Record<Table, Write>>>;

interface Landing {
  table: string;
  /** For a list: the column that names the record whose list it is. */
  owner?: string;
}

/**
 * Every table that can be written, in the order in which rows come in (and, backwards, go out): what is named before what names it, and figures
 * before places, since what is kept by place has the figures in it.
 */
export const landings = [
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
  { table: 'claim_link' },
  { table: 'faction_relation' },
  { table: 'relation_claim' },
  { table: 'affiliation' },
  { table: 'affiliation_claim' },
] as const satisfies readonly Landing[];

export type Table = (typeof landings)[number]['table'];

/** What staging itself needs to know, beside the tables' own columns. */
export const own = {
  /** Each staged record: the id it is staged by, the key that it may be found by, and, for matching by name, the name and where. */
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
  ],
  /** Each row of the file that is a record, as it stood. */
  row: ['type', 'record_id', 'line', 'raw', 'fingerprint'],
} as const;
