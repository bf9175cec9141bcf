import { SdkError } from './errors.ts';

/** What can be uploaded: a text, bytes, a `Blob` or `File`, or a stream of bytes. */
export type FileBody =
  | string
  | ArrayBuffer
  | ArrayBufferView
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** A body for `fetch`. */
export interface Upload {
  /** The name of a `File`. */
  readonly name: string | undefined;
  readonly init: { readonly body: Blob | ReadableStream<Uint8Array>; readonly duplex?: 'half' };
}

/** How many bytes of a file are sent between two reports of progress. */
const partBytes = 64 * 1024;

/**
 * Prepares a body for `fetch`, and reports how much of it was sent. Pages cannot stream a body, at
 * least not over HTTP/1.1, so they send all of it at once.
 */
export async function uploadOf(
  body: FileBody,
  onProgress: (progress: { sentBytes: number; totalBytes: number | undefined }) => void,
): Promise<Upload> {
  // A Blob of undefined would be the text "undefined".
  if (!body && body !== '') throw new SdkError('badInput', 'There is no file to import.');
  const file = isStream(body)
    ? undefined
    : body instanceof Blob
      ? body
      : new Blob([body as BlobPart]);
  const name = file && 'name' in file ? String(file.name) : undefined;
  const totalBytes = file?.size;
  if (globalThis.location) {
    const whole = file ?? (await new Response(counted(body as ByteStream, () => {})).blob());
    onProgress({ sentBytes: whole.size, totalBytes: whole.size });
    return { name, init: { body: whole } };
  }
  const bytes = file ? partsOf(file) : (body as ByteStream);
  const report = (sentBytes: number) => onProgress({ sentBytes, totalBytes });
  return { name, init: { body: counted(bytes, report), duplex: 'half' } };
}

type ByteStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

const isStream = (body: FileBody): body is ByteStream =>
  typeof body === 'object' && ('getReader' in body || Symbol.asyncIterator in body);

async function* partsOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += partBytes)
    yield new Uint8Array(await file.slice(start, start + partBytes).arrayBuffer());
}

/** The same bytes as a stream, which reports how many have been read from it. */
function counted(
  bytes: ByteStream,
  onCount: (sentBytes: number) => void,
): ReadableStream<Uint8Array> {
  const parts = 'getReader' in bytes ? readAll(bytes) : bytes;
  const iterator = parts[Symbol.asyncIterator]();
  let sent = 0;
  return new ReadableStream<Uint8Array>({
    async pull(target) {
      const { done, value } = await iterator.next();
      if (done) return target.close();
      sent += value.byteLength;
      target.enqueue(value);
      onCount(sent);
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

/** Not every platform can iterate over a stream. */
async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
