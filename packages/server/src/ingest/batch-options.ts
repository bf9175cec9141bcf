import type { IdKey } from './stable-id.ts';

/** What the batches of an import have in common. */
export interface BatchOptions {
  /** What ids are derived with. */
  idKey: IdKey;
  /** See `ImportFormat.exact`. */
  exact?: boolean | undefined;
  /** Ids by which records were staged before, by type and key. */
  stagedIds?: ReadonlyMap<string, string>;
}

/** The name of a key of a data set, see {@link BatchOptions.stagedIds}. */
export const keyName = (type: string, { system, value }: { system: string; value: string }) =>
  `${type}\n${system}\n${value}`;
