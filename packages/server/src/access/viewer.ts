import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '../values/errors.ts';
import type { Lifetime } from './lifetime.ts';
import type { Role } from './roles.ts';

/** Who sends a request. */
export interface Viewer {
  /** The name under which the write log records what the viewer writes. */
  name: string;
  role: Role;
  /**
   * What identifies the viewer, since a key and a token may have the same name: see
   * {@link credentialOfKey} and {@link credentialOfToken}. Left out: nobody in particular.
   */
  credentialId?: string;
}

/** Identifies the viewers with an API key, and with sessions made from it. */
export const credentialOfKey = (keyId: string): string => `key:${keyId}`;

/** Identifies the viewer of a token. Issuers are URLs, so the first space ends one. */
export const credentialOfToken = (issuer: string, subject: string): string =>
  `token:${issuer} ${subject}`;

/** Everyone who sends no credential, where the settings let them read. */
export const anonymousViewer: Viewer = { name: 'anonymous', role: 'READER' };

/** Names that no key and no token may have, because others write under them. */
export const reservedNames: readonly string[] = ['local', 'anonymous', 'import'];

/** The most characters of a viewer's name. */
export const maxNameLength = 100;

/** Whether a text can be a viewer's name: one line, no control characters, no space at its ends. */
export const isViewerName = (text: string): boolean =>
  text.length <= maxNameLength && /^[^\s\p{C}]([^\p{C}\u2028\u2029]*[^\s\p{C}])?$/u.test(text);

/** Why a request has no viewer, as an answer of HTTP. */
export interface ViewerRefusal {
  status: number;
  code: ErrorCode;
  message: string;
  headers: Readonly<Record<string, string>>;
}

/** What the credential of a request says: who the viewer is, or why there is none. */
export type RequestIdentity =
  | {
      viewer: Viewer;
      /** The id of the API key, for a request with a key or with a session made from one. */
      keyId?: string;
      /** How long the credential counts. Left out: there is none. */
      lifetime?: Lifetime;
    }
  | { refusal: ViewerRefusal };

/** The identity is kept on the request: a WeakMap of requests would grow in V8's old space. */
const identityKey = Symbol('identity');
interface IdentifiedRequest extends IncomingMessage {
  [identityKey]?: RequestIdentity;
}

/** Notes what the credential of a request says. Only the authentication calls it. */
export function setIdentity(request: IdentifiedRequest, identity: RequestIdentity): void {
  request[identityKey] = identity;
}

/** @throws Error if the request has not been authenticated. */
export function identityOf(request: IdentifiedRequest): RequestIdentity {
  const identity = request[identityKey];
  if (!identity) throw new Error('A request was not authenticated before it was handled.');
  return identity;
}

/** The viewer of a request that was admitted. @throws Error if it has none. */
export function viewerOf(request: IncomingMessage): Viewer {
  const identity = identityOf(request);
  if ('refusal' in identity) throw new Error('A request without a viewer was handled.');
  return identity.viewer;
}
