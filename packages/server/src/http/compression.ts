import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isLoopbackAddress } from '../config.ts';

/** Compressions of answers, as `Content-Encoding` names them. The first one is preferred. */
const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** The shortest answer, in bytes, that is compressed. A shorter one is a packet or less anyway. */
const minLength = 1_000;

/** Headers that proxies add to requests that they pass on. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'via'];

/**
 * The compression for an answer of this length. Undefined: the client accepts none, or it does not
 * pay. Up to 100 Mbit/s the client has a compressed answer sooner (`bench/compression.mjs`). On
 * loopback it would only cost time, except behind a proxy, which passes the answer on.
 */
export function encodingFor(request: IncomingMessage, length: number): Encoding | undefined {
  const { headers, socket } = request;
  const accepted = headers['accept-encoding'];
  if (accepted === undefined || length < minLength) return undefined;
  const crossesNetwork =
    !isLoopbackAddress(socket.remoteAddress ?? '') ||
    proxyHeaders.some((name) => headers[name] !== undefined);
  return crossesNetwork ? bestOf(String(accepted)) : undefined;
}

/** The encoding with the highest weight in `Accept-Encoding` (RFC 9110, section 12.5.3). */
function bestOf(accepted: string): Encoding | undefined {
  const weights = new Map(
    accepted.split(',').map((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1';
      return [name, Number(weight)];
    }),
  );
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const [best] = [...encodings].sort((a, b) => weightOf(b) - weightOf(a));
  return best && weightOf(best) > 0 ? best : undefined;
}

const compressors = {
  br: promisify<Buffer, Buffer>((bytes, done) => {
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = { [BROTLI_PARAM_QUALITY]: level, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
    brotliCompress(bytes, { params }, done);
  }),
  gzip: promisify<Buffer, Buffer>((bytes, done) => gzip(bytes, { level }, done)),
};

/** Higher levels take longer than they save, even on slow links. */
const level = 4;

/** Compresses an answer, outside the main thread. */
export const compress = (bytes: Buffer, encoding: Encoding): Promise<Buffer> =>
  compressors[encoding](bytes);
