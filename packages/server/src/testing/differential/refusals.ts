import { GraphQLError } from 'graphql';

/** Where in the arguments something is wrong. */
export type Path = readonly (string | number)[];

/** What the API answers to an argument that cannot be. Messages are not compared, so they are short here. */
export const refusal = (code: 'BAD_USER_INPUT' | 'NOT_FOUND' | 'QUERY_TOO_COMPLEX', ...paths: Path[]): GraphQLError =>
  new GraphQLError(`${code} at ${paths.map((path) => path.join('.')).join(', ')}`, {
    extensions: { code, ...(paths.length > 0 && { issues: paths.map((path) => ({ path })) }) },
  });

export const badInput = (path: Path): GraphQLError => refusal('BAD_USER_INPUT', path);
