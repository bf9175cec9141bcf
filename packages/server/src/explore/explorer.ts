import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { tourQuestions } from './tour.ts';

const require = createRequire(import.meta.url);
const inPackage = (name: string, file: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

/** Files for the browser. TypeScript does not copy them to `dist`, so they are read from `src`. */
const web = fileURLToPath(new URL('../../src/explore/web/', import.meta.url));

/** Every file that a browser may fetch, by name. Nothing else of node_modules is served. */
const assets: Record<string, string> = {
  'react.js': inPackage('react', 'umd/react.production.min.js'),
  'react-dom.js': inPackage('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql.js': inPackage('graphiql', 'graphiql.min.js'),
  'graphiql.css': inPackage('graphiql', 'graphiql.min.css'),
  ...Object.fromEntries(
    ['access.js', 'explorer.js', 'explorer.css', 'sandbox.js', 'sandbox.css', 'favicon.svg'].map(
      (name) => [name, join(web, name)],
    ),
  ),
};

/** Scripts only from this server, none inline. GraphiQL has inline styles, and data-URL fonts. */
export const explorerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every page. Links must not reveal to other hosts where the ledger is. */
export const pageHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The page with GraphiQL. Its addresses are relative, so it works at /explorer and /graphql. */
export const readExplorerPage = (): Promise<string> => readFile(join(web, 'explorer.html'), 'utf8');

/**
 * GraphiQL at /explorer, opened on the tour and served entirely from here. Its files, and those of
 * the Sandbox page, are at /explorer/assets.
 */
export const explorer: FastifyPluginAsync = async (app) => {
  await app.register(fastifyStatic, { root: web, serve: false });
  const tour = tourQuestions();
  app.addHook('onSend', async function setPageHeaders(_request, reply) {
    reply.headers(pageHeaders);
  });
  app.get('/explorer', (_request, reply) =>
    reply.header('content-security-policy', explorerPolicy).sendFile('explorer.html'),
  );
  app.get('/explorer/', (_request, reply) => reply.redirect('/explorer'));
  app.get('/explorer/assets/tour.json', async () => tour);
  for (const [name, path] of Object.entries(assets))
    app.get(`/explorer/assets/${name}`, (_request, reply) =>
      reply.sendFile(path.slice(dirname(path).length + 1), dirname(path)),
    );
};
