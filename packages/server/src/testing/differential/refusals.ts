import { GraphQLError } from 'graphql';

/** The path of a wrong argument. */
export type Path = readonly (string | number)[];

/** The refusal of an invalid argument. Messages are not compared, so they are short. */
export const refusal = (
  code: 'BAD_USER_INPUT' | 'NOT_FOUND' | 'QUERY_TOO_COMPLEX',
  ...paths: Path[]
): GraphQLError =>
  new GraphQLError(`${code} at ${paths.map((path) => path.join('.')).join(', ')}`, {
    extensions: { code, ...(paths.length > 0 && { issues: paths.map((path) => ({ path })) }) },
  });

/**
 * Reads several things. If several are wrong, the API may report any of them.
 * @throws a refusal with all wrong paths.
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
