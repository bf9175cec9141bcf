import { hash } from 'node:crypto';
import { cutText } from '../values/cut-text.ts';
import type { WritableTable } from './land/table-writes.ts';
import type { IdKey } from './stable-id.ts';

/** What an existing record is matched by when its key is unknown: a name, for places also where. */
export interface NameHint {
  name: string;
  kind?: string | null;
  country?: string | null;
  admin1?: string | null;
  admin2?: string | null;
  /** WGS 84, decimal degrees. */
  lat?: number | null;
  lon?: number | null;
}

/** What identifies a record in outside data. */
export interface SourceKey {
  system: string;
  value: string;
  /** Whether the key becomes an external id of the record. If not, only imports know it. */
  external?: boolean;
  /** Sorts the ids of new records, see `stableId`. */
  order?: number;
  /** How to match the record by name. Left out: it is matched by its key only. */
  match?: NameHint;
}

/** The record that a row is about. */
export interface RowSubject {
  /** Its staged id. */
  id: string;
  /** The position of the row, see `Batch.rows`. */
  position: number;
  /** Where the row has the id of the record, and as what. */
  column: string;
  value: string;
}

/** Where a row was staged, see `Batch.replace`. */
export interface PlacedRow {
  table: WritableTable;
  position: number;
}

/** Where a unit of a gazetteer lies, if its parent is not in the ledger yet. */
export interface StagedHierarchy {
  /** The staged id of the unit. */
  id: string;
  system: string;
  code: string;
  /** The code of the next larger unit. Null: the row does not say. */
  parent_code: string | null;
  country_id: string | null;
}

/** What the batches of an import have in common. */
export interface BatchOptions {
  /** What ids are derived with. */
  idKey: IdKey;
  /** See `ImportFormat.exact`. */
  exact?: boolean | undefined;
  /** Ids by which records were staged before, by type and key. */
  stagedIds?: ReadonlyMap<string, string>;
}

/** The longest value of a key that an index takes beside its system, in bytes. */
const maxKeyBytes = 2_000;

/** The value of a key as it is stored. What would be too long for an index ends with a hash. */
export const storedKey = (value: string): string =>
  Buffer.byteLength(value) <= maxKeyBytes
    ? value
    : `${cutText(value, 400)}…${hash('sha256', value, 'base64url')}`;

/** The name of a key of a data set, see {@link BatchOptions.stagedIds}. */
export const keyName = (type: string, { system, value }: { system: string; value: string }) =>
  `${type}\n${system}\n${storedKey(value)}`;
