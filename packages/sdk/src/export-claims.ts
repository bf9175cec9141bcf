import type { Client } from './client.ts';
import { withDeadline } from './deadline.ts';
import { SdkError } from './errors.ts';
import { callForFile, type FileCallOptions, type FileResponse } from './file-call.ts';
import type { ClaimFilter, ClaimId } from './generated/operations.ts';
import type { Position } from './geojson.ts';
import { linesOf } from './lines.ts';
import { reasonOf } from './send.ts';

/** A claim as GeoJSON (RFC 7946). Without a point, `geometry` is null. */
export interface ClaimFeature {
  /** Always `Feature`. */
  readonly type: 'Feature';
  /** The id of the claim. */
  readonly id: ClaimId;
  /** Where the claim places it: one point or several. Null: no place has a point. */
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] }
    | null;
  /** The fields of the claim, as the export names them. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The rows of each format of exports. `csv` has rows of text only. */
interface ExportRows {
  csv: never;
  geojson: ClaimFeature;
  /** A record of the ledger with everything that belongs to it. */
  jsonl: { readonly type: string; readonly [key: string]: unknown };
  /** A `ClaimReview` of schema.org. */
  claimreview: { readonly '@type': 'ClaimReview'; readonly [key: string]: unknown };
}

/** A format that claims can be exported to. */
export type ExportFormat = keyof ExportRows;

/** The options of an export. */
export interface ExportOptions extends FileCallOptions {
  /** For `csv`: begins with a byte order mark, which some spreadsheets need. */
  readonly bom?: boolean | undefined;
  /** For `geojson`: gives features plain values only, for GIS programs. */
  readonly flat?: boolean | undefined;
  /**
   * The longest wait for the first part and for each further part, in milliseconds. The whole
   * export may take longer. Default: 120,000.
   */
  readonly timeoutMs?: number | undefined;
}

/** An export: a stream of bytes. Cancel it, or abort the signal, to end it early. */
export type ClaimExport<Format extends ExportFormat> = ReadableStream<Uint8Array> & {
  /** The media type, such as `application/geo+json`. */
  readonly contentType: string | null;
} & ([ExportRows[Format]] extends [never]
    ? unknown
    : {
        /** Reads the stream row by row, in place of its bytes. Leaving the loop ends the export. */
        rows(): AsyncGenerator<ExportRows[Format]>;
      });

/**
 * Exports all claims that a filter finds, as of one moment. It is streamed, so the ledger may be of
 * any size.
 * ```ts
 * const stream = await exportClaims(client, 'geojson', { kind: ['CLASH'] });
 * for await (const feature of stream.rows()) console.log(feature.id, feature.geometry);
 * ```
 * @throws SdkError if the export cannot start. If it breaks off later, reading the stream does.
 */
export async function exportClaims<Format extends ExportFormat>(
  client: Client,
  format: Format,
  filter?: ClaimFilter,
  { bom, flat, ...options }: ExportOptions = {},
): Promise<ClaimExport<Format>> {
  const { timeoutMs = 120_000, signal } = options;
  let stream: ReadableStream<Uint8Array> | undefined;
  let headers: FileResponse['headers'] | undefined;
  const read = async (response: FileResponse, connection: AbortController) => {
    if (!response.body) throw new Error('this platform cannot stream responses');
    headers = response.headers;
    stream = withErrors(response.body, connection, timeoutMs, signal);
    return '{"data":{}}';
  };
  await callForFile(
    client,
    {
      kind: 'query',
      name: 'exportClaims',
      path: `export/${format}`,
      parameters: { filter: filter && JSON.stringify(filter), bom, flat },
      init: { method: 'GET', headers: { accept: '*/*' } },
      read,
    },
    { ...options, timeoutMs },
    true,
  );
  return Object.assign(stream as ReadableStream<Uint8Array>, {
    contentType: headers?.get('content-type') ?? null,
    rows: () => rowsOf(stream as ReadableStream<Uint8Array>, format, signal),
  }) as ClaimExport<Format>;
}

/** The same bytes. A failure is an SdkError and closes the connection. */
function withErrors(
  body: ReadableStream<Uint8Array>,
  connection: AbortController,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const close = () => connection.abort();
  signal?.addEventListener('abort', close);
  return new ReadableStream<Uint8Array>(
    {
      async pull(target) {
        try {
          const { done, value } = await withDeadline(timeoutMs, signal, () => reader.read());
          if (!done) return target.enqueue(value);
          signal?.removeEventListener('abort', close);
          target.close();
        } catch (cause) {
          close();
          target.error(cause instanceof SdkError ? cause : brokenOff(reasonOf(cause), cause));
        }
      },
      cancel: close,
    },
    // Nothing is read before somebody asks for it.
    { highWaterMark: 0 },
  );
}

const abortedBy = ({ reason: cause }: AbortSignal) =>
  new SdkError('aborted', 'The export was aborted.', { operation: 'exportClaims', cause });

const brokenOff = (reason: string, cause?: unknown) =>
  new SdkError('network', `The export broke off: ${reason}`, { operation: 'exportClaims', cause });

/**
 * The rows of an export. The server writes each in a line of its own. In the formats that are one
 * JSON document, the first and the last line are its beginning and its end.
 */
async function* rowsOf(
  stream: ReadableStream<Uint8Array>,
  format: ExportFormat,
  signal: AbortSignal | undefined,
) {
  if (format === 'csv')
    throw new SdkError('badInput', 'An export to csv has no rows(): read it as text.');
  let isComplete = format === 'jsonl';
  let isHead = !isComplete;
  for await (const line of linesOf(stream)) {
    // Many rows arrive at once, so some are still here when the caller aborts.
    if (signal?.aborted) throw abortedBy(signal);
    if (line === ']}' && !isHead) isComplete = true;
    else if (!isHead && line) yield JSON.parse(line.replace(/,$/, ''));
    isHead = false;
  }
  if (!isComplete) throw brokenOff('its end is missing.');
}
