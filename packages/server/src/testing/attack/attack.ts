/** A hostile request. */
export interface Attack {
  group: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
}

const json = { 'content-type': 'application/json' };

/** An operation, as clients send it. */
export const operationAttack = (group: string, query: string, variables?: object): Attack =>
  bodyAttack(group, JSON.stringify({ query, variables }));

/** A body that is sent to the API. */
export const bodyAttack = (
  group: string,
  body: string | Buffer,
  headers: Record<string, string> = json,
): Attack => ({ group, method: 'POST', path: '/graphql', headers, body });

/** Another request. */
export const requestAttack = (
  group: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Attack => ({ group, method, path, headers, body });

/** So many parts, one after the other. */
export const repeat = (count: number, part: string | ((i: number) => string)): string =>
  Array.from({ length: count }, (_, i) => (typeof part === 'string' ? part : part(i))).join(' ');
