import { GraphQLError } from 'graphql';

/** Where in the arguments something is wrong. */
export type Path = readonly (string | number)[];

/** What the API answers to an argument that cannot be. Messages are not compared, so they are short here. */
export const refusal = (
  code: 'BAD_USER_INPUT' | 'NOT_FOUND' | 'QUERY_TOO_COMPLEX',
  ...paths: Path[]
): GraphQLError =>
  new GraphQLError(`${code} at ${paths.map((path) => path.join('.')).join(', ')}`, {
    extensions: { code, ...(paths.length > 0 && { issues: paths.map((path) => ({ path })) }) },
  });

/**
 * Reads each of some things. Where several are wrong, the API may tell of any of them: they stand in no order.
 * @throws a refusal at all that are wrong.
 */
export function readAll<T, R>(things: readonly T[], read: (thing: T) => R): R[] {
  const wrong: Path[] = [];
  const found = things.map((thing): R | undefined => {
    try {
      return read(thing);
    } catch (error) {
      const issues =
        error instanceof GraphQLError
          ? (error.extensions.issues as { path: Path }[] | undefined)
          : undefined;
      if (!issues) throw error;
      wrong.push(...issues.map(({ path }) => path));
      return undefined;
    }
  });
  if (wrong.length > 0) throw refusal('BAD_USER_INPUT', ...wrong);
  return found as R[];
}

export const badInput = (path: Path): GraphQLError => refusal('BAD_USER_INPUT', path);
