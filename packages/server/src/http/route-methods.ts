import type { FastifyInstance } from 'fastify';

/**
 * Collects the methods of the routes that are added from now on. Returns what answers `OPTIONS` on
 * each of them with its methods; call it last.
 */
export function collectMethods(app: FastifyInstance): () => void {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', function collectMethods({ url, method }) {
    methods.set(url, new Set([...(methods.get(url) ?? []), ...[method].flat()]));
  });
  return () => {
    for (const [url, ofRoute] of [...methods])
      if (!ofRoute.has('OPTIONS'))
        app.options(url, async (_request, reply) =>
          reply
            .code(204)
            .header('allow', [...ofRoute, 'OPTIONS'].sort().join(', '))
            .send(),
        );
  };
}
