import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { compress, encodingFor } from './compression.ts';

/**
 * Completes an answer of the GraphQL API before it is sent. Answers to GET can be stored by the
 * client that asked, which must ask again before it uses them: the ledger may have changed. If it
 * has not, the answer is 304 and has no body. Long answers are compressed.
 */
export async function finishAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const isJson = /[/+]json/.test(String(reply.getHeader('content-type')));
  if (typeof payload !== 'string' || !isJson) return payload;
  if (request.method !== 'POST' && setCacheHeaders(request, reply, payload)) {
    reply.code(304).removeHeader('content-length').removeHeader('content-type');
    return null;
  }
  const bytes = Buffer.from(payload);
  const encoding = encodingFor(request.raw, bytes.length);
  // Not the text: Node would store it twice until the client has read it.
  if (!encoding) return bytes;
  const compressed = await compress(bytes, encoding);
  reply.header('content-encoding', encoding).header('content-length', compressed.length);
  return compressed;
}

/** Sets the headers for caches. Returns whether the client has this answer already. */
function setCacheHeaders(request: FastifyRequest, reply: FastifyReply, payload: string): boolean {
  if (reply.statusCode !== 200) {
    reply.header('cache-control', 'no-store');
    return false;
  }
  // Weak, because the compressed answer has the same tag.
  const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
  const others = reply.raw.getHeader('vary');
  const vary = [others, 'Accept', 'Accept-Encoding', 'Authorization'].flat().filter(Boolean);
  reply.headers({ 'cache-control': 'private, no-cache', etag: tag, vary: vary.join(', ') });
  const stored = String(request.headers['if-none-match'] ?? '');
  return stored.split(',').some((each) => each.trim().replace(/^(?!W\/)/, 'W/') === tag);
}
