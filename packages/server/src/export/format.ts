import type { LedgerSnapshot } from './ledger-snapshot.ts';

/** The filter as the client sent it: JSON of the API's `ClaimFilter`. Undefined: no filter. */
export type GivenFilter = Record<string, unknown> | undefined;

/** A format that the ledger can be exported to. */
export interface ExportFormat {
  /** Media type for the `Content-Type` header. */
  type: string;
  /** File name extension without the dot. */
  extension: string;
  /** The options that the format has. */
  options: readonly FormatOption[];
  /** Yields the text in chunks, until it is complete or an error ends it. */
  write(ledger: LedgerSnapshot, request: ExportRequest): AsyncIterable<ExportChunk>;
}

/** What is exported, and how. */
export interface ExportRequest {
  filter?: GivenFilter;
  /** Begins a CSV file with a byte order mark, by which spreadsheets recognise UTF-8. */
  bom?: boolean;
  /** Gives GeoJSON features plain values only, no lists and objects. */
  flat?: boolean;
}

export const formatOptions = ['bom', 'flat'] as const;
export type FormatOption = (typeof formatOptions)[number];

/** A part of the text, and how many records it holds. */
export interface ExportChunk {
  text: string;
  records: number;
}

/** Formats by name. Each is loaded when it is first used. */
const load = {
  csv: async () => (await import('./csv.ts')).csv,
  geojson: async () => (await import('./geojson.ts')).geojson,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  claimreview: async () => (await import('./claimreview.ts')).claimreview,
} satisfies Record<string, () => Promise<ExportFormat>>;

export const exportFormatNames = Object.keys(load);

/** Returns the format with this name, or undefined. */
export const exportFormatOf = async (name: string): Promise<ExportFormat | undefined> =>
  Object.hasOwn(load, name) ? load[name as keyof typeof load]() : undefined;
