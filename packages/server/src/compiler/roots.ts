import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Each root field is a statement, and introspection fields can be repeated under many aliases. */
const maxRoots = 100;

/** The error of an operation with too many root fields. */
export const tooManyRoots = new GraphQLError(
  `An operation may have at most ${maxRoots} root fields. Split it up.`,
  {
    extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
  },
);

/** Whether an operation may have too many root fields, before its directives are applied. */
export function hasTooManyRoots(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): boolean {
  const [first, ...others] = selectionSet.selections;
  if (first?.kind === Kind.FIELD && others.length === 0) return false;
  const fragments = fragmentsOf(document);
  const visited = new Set<string>();
  const keys = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const each of selections) {
      if (each.kind === Kind.FIELD) keys.add((each.alias ?? each.name).value);
      else if (each.kind === Kind.INLINE_FRAGMENT) collect(each.selectionSet);
      else if (!visited.has(each.name.value)) {
        visited.add(each.name.value);
        const fragment = fragments[each.name.value];
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(selectionSet);
  return keys.size > maxRoots;
}

/** The fragments of a document by their names. */
export const fragmentsOf = ({
  definitions,
}: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
