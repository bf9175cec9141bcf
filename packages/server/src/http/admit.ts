import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe } from '../access/operation-rules.ts';
import { includesRole } from '../access/roles.ts';
import { namedOnly, ruleOfRoute } from '../access/route-rules.ts';
import type { Spending } from '../access/spending.ts';
import { anonymousViewer, identityOf, type RequestIdentity } from '../access/viewer.ts';
import { isLoopback } from '../config.ts';
import type { ErrorCode } from '../values/errors.ts';
import { limitExceeded, limits } from '../values/limits.ts';
import { prices } from '../values/prices.ts';
import { errorBody, httpErrors, retryHeaders } from './refusals.ts';

/** Paths of routes that have rules of their own, as Fastify knows them. */
export const graphqlPath = '/graphql';
export const importPath = '/import/:format';
export const exportPath = '/export/:name';

/** The most bytes of a GraphQL request of anyone. */
export const bodyLimit = limits.writerBody.max;

/** The request may proceed. */
export interface Admission {
  admitted: true;
  /** Set when a GraphQL request needs no content negotiation, so that the fast path may take it. */
  simple: SimpleRequest | undefined;
}

/** A POST of JSON in UTF-8 of a declared length that accepts JSON as the answer. */
export interface SimpleRequest {
  /** The length of the body in bytes. */
  bodyLength: number;
  /** The content type of the answer. */
  answerType: string;
}

/** The request is refused with this HTTP status and body. */
export interface Rejection {
  admitted: false;
  status: number;
  body: object;
  headers?: Readonly<Record<string, string>>;
  /** The connection is closed, since the body of the request is not read. */
  close: boolean;
}

/**
 * Decides whether a request may proceed, before anything else is done for it. `route` is the path
 * of its route, undefined when it has none. The decision is made once; later calls return it.
 */
export type Admit = (request: IncomingMessage, route?: string) => Admission | Rejection;

/** The decision is kept on the request: a WeakMap of requests would grow in V8's old space. */
const decisionKey = Symbol('decision');
interface DecidedRequest extends IncomingMessage {
  [decisionKey]?: Admission | Rejection;
}

/** What the settings of a server allow. */
export interface Allowed {
  /** Answer under any host name. */
  anyHost?: boolean | undefined;
  /** Host names to answer under, in lower case, in addition to those of loopback. */
  hosts?: readonly string[] | undefined;
  /** Origins whose pages may import, in addition to the server's own. */
  origins?: readonly string[] | undefined;
  /** What each viewer may spend. Left out: there is no limit. */
  spending?: Spending | undefined;
  /** Whether anonymous viewers may read what concerns the server, such as metrics. */
  isAnonymousLocal?: boolean | undefined;
}

/**
 * The one entrance of the server. The fast path and Fastify both call {@link Admit} first, so a
 * check that is added here applies to every request. A check that is added as a Fastify hook or an
 * Apollo plugin does not: repeated operations reach neither.
 */
export const createAdmit =
  (allowed: Allowed): Admit =>
  (request: DecidedRequest, route) => {
    request[decisionKey] ??= decide(request, route, allowed);
    return request[decisionKey];
  };

function decide(
  request: IncomingMessage,
  route: string | undefined,
  allowed: Allowed,
): Admission | Rejection {
  const rejection =
    (allowed.anyHost ? undefined : checkHost(request, allowed.hosts)) ??
    checkViewer(request, route, allowed) ??
    checkQuota(request, route, allowed.spending) ??
    (route === importPath ? checkImport(request, allowed.origins) : undefined) ??
    (route === graphqlPath ? checkGraphQLBody(request) : undefined);
  if (rejection) return rejection;
  const simple = route === graphqlPath ? simpleRequest(request) : undefined;
  return { admitted: true, simple };
}

/**
 * Refuses a request without a viewer, or with one whose role the route does not allow. A path
 * without a route needs a viewer, too.
 */
function checkViewer(
  request: IncomingMessage,
  route: string | undefined,
  { isAnonymousLocal = false }: Allowed,
): Rejection | undefined {
  const rule = route === undefined ? 'READER' : ruleOfRoute(route);
  if (rule === 'OPEN') return undefined;
  const identity = identityOf(request);
  if ('refusal' in identity) return rejectIdentity(request, identity);
  const { viewer } = identity;
  if (!rule) return reject(403, 'FORBIDDEN', 'This is not open to anyone.');
  const isNamedOnly = route !== undefined && namedOnly.includes(route) && !isAnonymousLocal;
  if (isNamedOnly && viewer === anonymousViewer)
    return reject(401, 'UNAUTHENTICATED', 'This needs a key, although reading is public.');
  if (includesRole(viewer.role, rule)) return undefined;
  return reject(
    403,
    'FORBIDDEN',
    `This needs the role ${rule}, and ${describe(viewer)}.`,
    isLong(request.headers),
  );
}

/** What requests for long work pay at the start, by the paths of their routes. */
const startingPrices: Readonly<Record<string, number>> = {
  [exportPath]: prices.export.points,
  [importPath]: prices.import.points,
};

/** Spends the viewer's points. Refuses a request whose viewer has none left. */
function checkQuota(
  request: IncomingMessage,
  route: string | undefined,
  spending: Spending | undefined,
): Rejection | undefined {
  if (!spending || (route !== undefined && ruleOfRoute(route) === 'OPEN')) return undefined;
  const account = spending.accountOf(request);
  const refusal = account?.refusal;
  if (!refusal) {
    account?.spend(startingPrices[route ?? ''] ?? prices.request.points);
    return undefined;
  }
  const rejection = reject(429, refusal.code, refusal.message, isLong(request.headers));
  return { ...rejection, headers: retryHeaders(refusal) };
}

function rejectIdentity(
  request: IncomingMessage,
  { refusal: { status, code, message, headers } }: Extract<RequestIdentity, { refusal: unknown }>,
): Rejection {
  return { ...reject(status, code, message, isLong(request.headers)), headers };
}

/** A web page cannot reach a server on loopback by pointing its own name here (DNS rebinding). */
function checkHost(
  { headers: { host = '' } }: IncomingMessage,
  hosts: readonly string[] = [],
): Rejection | undefined {
  const name = host.replace(/:\d+$/, '');
  if (isLoopback(name.replace(/^\[|\]$/g, '')) || hosts.includes(name.toLowerCase()))
    return undefined;
  return reject(
    421,
    'FORBIDDEN',
    `This server does not answer as ${name}. CLAIMGRAPH_HOSTS lists further host names.`,
  );
}

/** An import may be packed, and pages of other sites cannot send one. */
function checkImport(
  { headers }: IncomingMessage,
  origins: readonly string[] = [],
): Rejection | undefined {
  if (!isPlain(headers) && headers['content-encoding'] !== 'gzip') return unsupportedEncoding;
  // A page of another site can send a form here, but no content type or header of its own.
  const { origin } = headers;
  if (origin && hostOf(origin) !== headers.host && !origins.includes(origin))
    return reject(403, 'FORBIDDEN', 'Imports are not taken from pages of other sites.');
  return undefined;
}

/** The host of an `Origin` header; undefined for `null`, the origin of sandboxed pages. */
const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined;

/** Media types that Fastify reads. Apollo refuses text/plain, with a reason. */
const readableTypes = ['application/json', 'text/plain'];

/** How long the body of a GraphQL request may be: readers send operations, others whole reports. */
export function bodyLimitOf(request: IncomingMessage): 'readerBody' | 'writerBody' {
  const identity = identityOf(request);
  const mayWrite = 'viewer' in identity && includesRole(identity.viewer.role, 'ANALYST');
  return mayWrite ? 'writerBody' : 'readerBody';
}

function checkLength(request: IncomingMessage): Rejection | undefined {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length <= limits.readerBody.max) return undefined;
  const name = bodyLimitOf(request);
  if (length <= limits[name].max) return undefined;
  const { code, message, details } = limitExceeded(name, length);
  return { admitted: false, status: 413, body: errorBody(code, message, details), close: true };
}

function checkGraphQLBody(request: IncomingMessage): Rejection | undefined {
  const { method, headers } = request;
  if (method !== 'POST') return undefined;
  const { 'content-type': type } = headers;
  if (type === undefined ? hasBody(headers) : !readableTypes.includes(mediaTypeOf(type)))
    return { admitted: false, ...httpErrors.unsupportedType, close: false };
  if (!isPlain(headers)) return unsupportedEncoding;
  return checkLength(request);
}

/** Whether a body is sent as it is, uncompressed. */
const isPlain = ({ 'content-encoding': encoding }: IncomingHttpHeaders): boolean =>
  encoding === undefined || encoding.toLowerCase() === 'identity';

/** Whether a body is too long to read it only because the connection is to be used again. */
const isLong = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 100_000;

const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const mediaTypeOf = (contentType: string): string =>
  contentType.split(';', 1)[0]!.trim().toLowerCase();

const jsonInUtf8 = /^application\/json(; ?charset=utf-8)?$/i;

const json = 'application/json; charset=utf-8';
const responseJson = 'application/graphql-response+json; charset=utf-8';

/**
 * The content type of the answer by the request's `Accept` header, as Apollo negotiates it. The
 * last line is what the SDK sends. Any other header is left to Apollo.
 */
const answerTypes = new Map<string | undefined, string>([
  [undefined, json],
  ['*/*', json],
  ['application/json', json],
  ['application/json, */*', json],
  ['application/graphql-response+json, application/json', responseJson],
]);

function simpleRequest({ method, headers }: IncomingMessage): SimpleRequest | undefined {
  const bodyLength = Number(headers['content-length']);
  const answerType = answerTypes.get(headers.accept);
  const isSimple =
    method === 'POST' &&
    bodyLength > 0 &&
    jsonInUtf8.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined;
  return isSimple && answerType ? { bodyLength, answerType } : undefined;
}

const unsupportedEncoding: Rejection = {
  admitted: false,
  status: 415,
  body: errorBody(
    'BAD_USER_INPUT',
    'Send the body as it is, without content-encoding. Imports may be compressed with gzip.',
  ),
  close: false,
};

const reject = (status: number, code: ErrorCode, message: string, close = false): Rejection => ({
  admitted: false,
  status,
  body: errorBody(code, message),
  close,
});
