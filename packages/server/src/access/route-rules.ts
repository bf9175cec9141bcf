import type { Role } from './roles.ts';

/** `OPEN`: no viewer is needed, since nothing of the ledger is shown. */
export type RouteRule = Role | 'OPEN';

/**
 * What each route needs, by its path as Fastify knows it. A route without a rule is refused to
 * everyone, and so is a path without a route to requests without a viewer: they cannot find out
 * what there is.
 */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  '/': 'OPEN',
  // Operations have rules of their own.
  '/graphql': 'READER',
  '/export/:name': 'READER',
  '/import/:format': 'EDITOR',
  '/metrics': 'READER',
  '/session': 'READER',
  '/sign-in/:token': 'OPEN',
  // For load balancers: whether the server and its database answer, and nothing else.
  '/live': 'OPEN',
  '/ready': 'OPEN',
  // The page and its scripts. What it shows of the ledger, it asks GraphQL for.
  '/assets/*': 'OPEN',
  '/explorer': 'OPEN',
  '/explorer/': 'OPEN',
  '/explorer/assets/:file': 'OPEN',
};

/** Routes that anonymous reading does not include, unless only this machine reaches the server. */
export const namedOnly: readonly string[] = ['/metrics'];

/** The rule of a route. */
export function ruleOfRoute(route: string): RouteRule | undefined {
  const pattern = route.replace(/^\/explorer\/assets\/.+$/, '/explorer/assets/:file');
  return Object.hasOwn(routeRules, pattern) ? routeRules[pattern] : undefined;
}
