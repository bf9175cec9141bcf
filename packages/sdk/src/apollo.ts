/** What the cache of Apollo Client must know about the schema. */
import { pagedFields, possibleTypes as types, typesWithoutId } from './generated/cache.ts';

/** The types of each interface, for `new InMemoryCache({ possibleTypes })`. */
export const possibleTypes: Record<string, string[]> = Object.fromEntries(
  Object.entries(types).map(([name, names]) => [name, [...names]]),
);

type Args = Readonly<Record<string, unknown>> | null;
type Page = Readonly<Record<string, unknown>> & {
  readonly edges?: readonly unknown[];
  readonly nodes?: readonly unknown[];
  readonly pageInfo?: { readonly startCursor?: unknown; readonly endCursor?: unknown };
};

/** How Apollo Client stores a field that is a list with pages. */
export interface PagedFieldPolicy {
  keyArgs: (args: Args) => string[];
  merge: (existing: Page | undefined, incoming: Page, options: { args: Args }) => Page;
}

/** How Apollo Client stores the objects of a type. */
export interface TypePolicy {
  merge?: false;
  fields?: Record<string, PagedFieldPolicy>;
}

/**
 * Pages of one list are stored as one list. A page is joined to those before it if it starts at
 * their last cursor, or ends at their first one. Any other page replaces them, so that a list never
 * has a gap.
 */
const pagedField: PagedFieldPolicy = {
  // Without `first` and `last`, a list of three and one of ten would be the same.
  keyArgs: (args) =>
    Object.keys(args ?? {})
      .filter((name) => name !== 'after' && name !== 'before')
      .sort(),
  merge: (existing, incoming, { args }) => {
    const { startCursor, endCursor } = existing?.pageInfo ?? {};
    if (existing && endCursor && args?.after === endCursor)
      return joinPages(existing, incoming, {
        ...incoming,
        pageInfo: { ...incoming.pageInfo, ...startOf(existing) },
      });
    if (existing && startCursor && args?.before === startCursor)
      return joinPages(incoming, existing, {
        ...incoming,
        pageInfo: { ...existing.pageInfo, ...startOf(incoming) },
      });
    return incoming;
  },
};

const startOf = ({ pageInfo }: Page) => {
  const { startCursor, hasPreviousPage } = Object(pageInfo);
  return { startCursor, hasPreviousPage };
};

/** Joins the items of two pages. If one of them has no `nodes` or `edges`, nor has the result. */
function joinPages(before: Page, after: Page, rest: Page): Page {
  const join = (a?: readonly unknown[], b?: readonly unknown[]) => a && b && [...a, ...b];
  const { edges: _edges, nodes: _nodes, ...others } = rest;
  const edges = join(before.edges, after.edges);
  const nodes = join(before.nodes, after.nodes);
  return { ...others, ...(edges && { edges }), ...(nodes && { nodes }) };
}

/**
 * For `new InMemoryCache({ typePolicies })`. `fetchMore` with the same `first` extends a list. An
 * object without an id, such as a date, is replaced as a whole: parts of an older answer would not
 * fit the newer one.
 */
export const typePolicies: Record<string, TypePolicy> = Object.fromEntries([
  ...typesWithoutId.map((name) => [name, { merge: false }] as const),
  ...Object.entries(pagedFields).map(
    ([name, fields]) =>
      [name, { fields: Object.fromEntries(fields.map((field) => [field, pagedField])) }] as const,
  ),
]);
