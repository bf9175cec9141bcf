import { type Readable, Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { limits } from '../values/limits.ts';
import { bodyLimitOf } from './admit.ts';
import { BodyTooLong } from './refusals.ts';

/** Ends a body that does not say its length once it is longer than its sender may send. */
export async function limitChunks(
  request: FastifyRequest,
  _reply: FastifyReply,
  body: Readable,
): Promise<Readable> {
  if (request.headers['transfer-encoding'] === undefined) return body;
  const name = bodyLimitOf(request.raw);
  const { max } = limits[name];
  let length = 0;
  return body.pipe(
    new Transform({
      transform(part: Buffer, _encoding, done) {
        length += part.length;
        if (length <= max) done(null, part);
        else done(new BodyTooLong(name));
      },
    }),
  );
}
