import type { LedgerSnapshot } from './ledger-snapshot.ts';

/** Filter as it came: JSON of the API's `ClaimFilter`. Undefined: none was given. */
export type GivenFilter = Record<string, unknown> | undefined;

/** A form in which the ledger goes out. */
export interface ExportFormat {
  /** Media type, as `Content-Type` says it. */
  type: string;
  /** What files of it end in, without the dot. */
  extension: string;
  /** The text, piece by piece, whole in the end or ended by an error. A piece stands for `records` of what is asked for. */
  write(ledger: LedgerSnapshot, filter: GivenFilter): AsyncIterable<ExportChunk>;
}

export interface ExportChunk {
  text: string;
  records: number;
}

/** By the name that a command or an address gives. What they need is loaded when one is asked for. */
const load = {
  csv: async () => (await import('./csv.ts')).csv,
  geojson: async () => (await import('./geojson.ts')).geojson,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  claimreview: async () => (await import('./claimreview.ts')).claimreview,
} satisfies Record<string, () => Promise<ExportFormat>>;

export const exportFormatNames = Object.keys(load);

/** The format of this name, if there is one. */
export const exportFormatOf = async (name: string): Promise<ExportFormat | undefined> =>
  Object.hasOwn(load, name) ? load[name as keyof typeof load]() : undefined;
