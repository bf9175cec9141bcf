import type { FastifyPluginAsync } from 'fastify';
import type pg from 'pg';
import { needsSecureCookie } from '../access/authenticate.ts';
import type { KeyRing } from '../access/key-ring.ts';
import {
  endSession,
  noSessionCookie,
  sessionCookie,
  sessionSecretOf,
  startSession,
} from '../access/sessions.ts';
import type { SignInLinks } from '../access/sign-in-links.ts';
import { identityOf, viewerOf } from '../access/viewer.ts';
import { errorBody } from './refusals.ts';

interface SessionRouteOptions {
  pool: pg.Pool;
  keyRing: KeyRing;
  /** Left out: there are no links. */
  signInLinks?: SignInLinks | undefined;
}

/**
 * `POST /session` with a key in the Authorization header turns it into a cookie that scripts cannot
 * read. `DELETE /session` ends the session. A link from the terminal signs in once.
 */
export const sessionRoutes =
  ({ pool, keyRing, signInLinks }: SessionRouteOptions): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onSend', async function forbidStoring(_request, reply) {
      reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    });
    app.post('/session', async ({ raw, headers }, reply) => {
      const identity = identityOf(raw);
      const keyId = 'viewer' in identity ? identity.keyId : undefined;
      if (keyId === undefined || headers.authorization === undefined)
        return reply
          .code(400)
          .send(
            errorBody('BAD_USER_INPUT', 'Send the key in the header `Authorization: Bearer KEY`.'),
          );
      const secret = await startSession(pool, keyId);
      reply.header('set-cookie', sessionCookie(needsSecureCookie(headers), secret));
      const { name, role } = viewerOf(raw);
      return { name, role };
    });
    app.delete('/session', async ({ headers }, reply) => {
      const isSecure = needsSecureCookie(headers);
      const secret = sessionSecretOf(headers.cookie ?? '', isSecure);
      if (secret !== undefined) {
        await endSession(pool, secret);
        keyRing.forget(secret);
      }
      return reply.code(204).header('set-cookie', noSessionCookie(isSecure)).send();
    });
    app.get<{ Params: { token: string } }>(
      '/sign-in/:token',
      { exposeHeadRoute: false },
      async ({ params, headers }, reply) => {
        if (!signInLinks?.redeem(params.token))
          return reply
            .code(404)
            .send(
              errorBody(
                'NOT_FOUND',
                'This link was used or has expired. Restart the server for a new one, or sign in ' +
                  'on the page with a key.',
              ),
            );
        const secret = await startSession(pool, signInLinks.keyId);
        return reply
          .header('set-cookie', sessionCookie(needsSecureCookie(headers), secret))
          .redirect('/', 303);
      },
    );
  };
