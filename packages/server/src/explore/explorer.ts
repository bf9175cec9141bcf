import type { FastifyPluginAsync } from 'fastify';
export const explorer: FastifyPluginAsync = async () => undefined;
