import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { pageHeaders } from './explorer.ts';

/** The page as `packages/explorer` builds it. */
const built = fileURLToPath(new URL('../../../explorer/dist/', import.meta.url));

/** Scripts and styles only from this server, none inline; requests only to this server. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Names of these files contain a hash of their content. */
const hashedFiles = 'public, max-age=31536000, immutable';

/**
 * The page at `/`, from files that the build has compressed. If it is not built, `/` leads to
 * `fallback`.
 */
export const page =
  (fallback: string): FastifyPluginAsync =>
  async (app) => {
    if (!existsSync(`${built}index.html`)) {
      app.get('/', (_request, reply) => reply.redirect(fallback));
      return;
    }
    await app.register(fastifyStatic, {
      root: `${built}assets`,
      prefix: '/assets/',
      preCompressed: true,
      index: false,
      cacheControl: false,
      setHeaders: (reply) => {
        reply.setHeader('cache-control', hashedFiles);
      },
    });
    app.addHook('onSend', async function setPageHeaders(_request, reply) {
      reply.headers(pageHeaders);
    });
    app.get('/', (_request, reply) =>
      reply
        .headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-cache' })
        .sendFile('index.html', built, { cacheControl: false }),
    );
  };
