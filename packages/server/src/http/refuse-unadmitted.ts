import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Admit, graphqlPath } from './admit.ts';
import type { ErrorLog } from './error-log.ts';
import { codeOfBody, refusal } from './refusals.ts';
import { holdBody } from './requests.ts';

/** The first hook of every request: it refuses what `admit` does not let in. */
export const refuseUnadmitted = (admit: Admit, errors: ErrorLog) =>
  async function refuseUnadmitted(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const route = request.routeOptions.url;
    const decision = admit(request.raw, route);
    if (decision.admitted && route !== graphqlPath) return;
    try {
      if (decision.admitted) return holdBody(request.raw);
      errors.noteRejection(codeOfBody(decision.body));
      if (decision.close) reply.header('connection', 'close');
      const { status, body, headers = {} } = decision;
      await reply.code(status).headers(headers).send(body);
    } catch (error) {
      const { status, body, headers = {} } = refusal(errors)(error, reply.raw);
      await reply
        .code(status)
        .headers({ ...headers, connection: 'close' })
        .send(body);
    }
  };
