import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { ruleOfRoute } from '../access/route-rules.ts';
import { type Api, startApi } from '../testing/api.ts';

/**
 * Fastify hooks, with the reason why each may miss the requests that the fast path answers.
 * A hook is listed by its event and the name of its function.
 */
const allowedHooks: Record<string, string> = {
  'onRequest refuseUnadmitted': 'Calls admit(), as the fast path does.',
  'onRoute collectMethods': 'Runs once for each route, at the start.',
  'preClose drainRequests': 'Runs once, when the server closes.',
  'onClose stopOthers': 'Runs once, when the server closes.',
  'preParsing limitChunks': 'Bodies of unknown length, which the fast path passes on.',
  'onSend forbidStoring': 'Sets headers of the routes that sign in and out.',
  'onSend setPageHeaders': 'Sets headers of the explorer’s files.',
  'onSend protectPage': 'Sets headers of pages, and the fast path answers none.',
  'onSend finishAnswer': 'Compresses, as the fast path does. Answers GET, which it does not.',
  'onSend headRouteOnSendHandler': 'Fastify’s own: leaves out the body of answers to HEAD.',
};

/** Apollo plugins, by their id or else by their events, with the reason as above. */
const allowedPlugins: Record<string, string> = {
  CacheControl: 'Disables Apollo’s cache control.',
  InlineTrace: 'Apollo’s own: traces subgraphs of a federation, and this is none.',
  'serverWillStart (Apollo)': 'Apollo’s own: a landing page, which ours replaces.',
  'serverWillStart (landing page)': 'Serves a page for browsers.',
  'requestDidStart (hashes)': 'Corrects persisted queries, which the fast path passes on.',
  'requestDidStart (fast path)': 'Teaches the fast path the operations that Apollo lets through.',
};

const advice = `
Repeated operations are answered by the fast path, before Fastify and Apollo: no hook and no plugin
runs for them. A check of requests (authentication, limits, audit) belongs into admit() in admit.ts,
which every request passes. What observes requests can be called by FastPath, too. If missing them
does no harm, list the hook or plugin in this test, with the reason.`;

const routeHooks = [
  ...['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization', 'onSend'],
  ...['onResponse', 'onError', 'onTimeout', 'onRequestAbort'],
] as const;

let api: Api;
const hooks: string[] = [];
const routes = new Set<string>();
const plugins: object[] = [];

/** Records the hooks of a Fastify instance, of the instances below it, and of its routes. */
function watchHooks(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance };
  const addHook = fastify.addHook as (this: FastifyInstance, ...hook: any[]) => FastifyInstance;
  addHook.call(fastify, 'onRoute', (route: RouteOptions) => {
    routes.add(route.url);
    for (const event of routeHooks)
      for (const hook of [route[event] ?? []].flat())
        hooks.push(`${event} ${(hook as Function).name}`);
  });
  fastify.addHook = function watched(this: FastifyInstance, event: string, hook: Function) {
    hooks.push(`${event} ${hook.name}`);
    return addHook.call(this, event, hook);
  } as any;
}

const start = ApolloServer.prototype.start;
beforeAll(async () => {
  subscribe('fastify.initialization', watchHooks);
  ApolloServer.prototype.start = async function watched(this: ApolloServer) {
    await start.call(this);
    // Apollo has no public list of its plugins.
    plugins.push(...(this as unknown as { internals: { plugins: object[] } }).internals.plugins);
  };
  api = await startApi('ledger', { fastPath: true });
});
afterAll(async () => {
  unsubscribe('fastify.initialization', watchHooks);
  ApolloServer.prototype.start = start;
  await api?.stop();
});

test('no Fastify hook is registered that the fast path would bypass unnoticed', () => {
  const found = [...new Set(hooks)].sort();
  const unknown = found.filter((hook) => !(hook in allowedHooks));
  if (unknown.length > 0) throw new Error(`Not allowed: ${unknown.join(', ')}.\n${advice}`);
  expect(found).toEqual(Object.keys(allowedHooks).sort());
});

test('every route has a rule that says who may use it', () => {
  const missing = [...routes].filter((route) => ruleOfRoute(route) === undefined);
  expect(missing).toEqual([]);
  expect([...routes]).toEqual(expect.arrayContaining(['/graphql', '/export/:name', '/session']));
});

const idOf = (plugin: object): string =>
  '__internal_plugin_id__' in plugin
    ? String(plugin.__internal_plugin_id__)
    : Object.keys(plugin)
        .filter((key) => !key.startsWith('__'))
        .sort()
        .join(' ');

test('no Apollo plugin is registered that the fast path would bypass unnoticed', () => {
  const allowed = Object.keys(allowedPlugins).map((id) => id.replace(/ \(.*\)$/, ''));
  const found = plugins.map(idOf).sort();
  if (found.length > allowed.length) throw new Error(`There are ${found.join(', ')}.\n${advice}`);
  expect(found).toEqual(allowed.sort());
});
