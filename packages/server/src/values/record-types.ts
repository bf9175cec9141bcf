/**
 * What the code needs to know about a record type, written once. A new record type is a line in
 * `recordTypes`.
 */
interface RecordTypeFacts {
  /** What its ids start with. */
  prefix: string;
  /** Its table; also the noun for it in messages. */
  table: string;
  /**
   * The column that holds its key in the tables that belong to it, and the entity's property for
   * that column.
   */
  keyColumn: string;
  keyProperty: string;
  /** What several of them are called, in reports and connections. */
  plural: string;
  /** Its value in the API’s `RecordType` and in the tables of the history. */
  enum: string;
  /** Whether it has names: rows of `name`. */
  hasNames: boolean;
  description: string;
}

/** The five record types. Each has a table, a version and a history, and can be withdrawn. */
export const recordTypes = {
  Report: {
    prefix: 'rpt_',
    table: 'report',
    keyColumn: 'report_id',
    keyProperty: 'reportId',
    plural: 'reports',
    enum: 'REPORT',
    hasNames: false,
    description: 'A published document in which claims are read.',
  },
  Source: {
    prefix: 'src_',
    table: 'source',
    keyColumn: 'source_id',
    keyProperty: 'sourceId',
    plural: 'sources',
    enum: 'SOURCE',
    hasNames: true,
    description: 'Anyone or anything that makes claims, such as a person or an outlet.',
  },
  Faction: {
    prefix: 'fac_',
    table: 'faction',
    keyColumn: 'faction_id',
    keyProperty: 'factionId',
    plural: 'factions',
    enum: 'FACTION',
    hasNames: true,
    description: 'A party to the conflict.',
  },
  Location: {
    prefix: 'loc_',
    table: 'location',
    keyColumn: 'location_id',
    keyProperty: 'locationId',
    plural: 'locations',
    enum: 'LOCATION',
    hasNames: true,
    description: 'A place, from a country down to a single building or crossing.',
  },
  Claim: {
    prefix: 'clm_',
    table: 'claim',
    keyColumn: 'claim_id',
    keyProperty: 'claimId',
    plural: 'claims',
    enum: 'CLAIM',
    hasNames: false,
    description: 'One assertion, read in one report.',
  },
} as const satisfies Record<string, RecordTypeFacts>;

type RecordTypes = typeof recordTypes;

/** The name of a record type, as its entity and its GraphQL type have it. */
export type RecordName = keyof RecordTypes;
export type RecordTable = RecordTypes[RecordName]['table'];

/** The record types that have names. */
export type NamedType = {
  [K in RecordName]: RecordTypes[K]['hasNames'] extends true ? K : never;
}[RecordName];

export const recordNames = Object.keys(recordTypes) as readonly RecordName[];

export const namedTypes = recordNames.filter(
  (name): name is NamedType => recordTypes[name].hasNames,
);

/** The record type with this table, or with this value of `RecordType`. */
export const recordNameOf = (key: RecordTable | RecordTypes[RecordName]['enum']): RecordName =>
  recordNames.find((name) => recordTypes[name].table === key || recordTypes[name].enum === key)!;

export const isRecordTable = (table: string): table is RecordTable =>
  recordNames.some((name) => recordTypes[name].table === table);
