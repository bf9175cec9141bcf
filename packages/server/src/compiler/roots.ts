import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './direct.ts';

/** Each is a statement; and the schema's own fields, which are none, are many when they are asked under many names. */
const maxRoots = 100;

/** Why an operation with too many fields of the root is not run. */
export const tooManyRoots = new GraphQLError(
  `An operation may ask at most ${maxRoots} fields of the root. Ask in parts.`,
  {
    extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
  },
);

/** Whether an operation may come to more fields of the root than it may ask, whatever its directives say. */
export function hasTooManyRoots(
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): boolean {
  if (selectionSet.selections.length === 1 && selectionSet.selections[0]!.kind === Kind.FIELD)
    return false;
  const fragments = fragmentsOf(document);
  const seen = new Set<string>();
  const keys = new Set<string>();
  const look = ({ selections }: SelectionSetNode): void => {
    for (const each of selections) {
      if (each.kind === Kind.FIELD) keys.add((each.alias ?? each.name).value);
      else if (each.kind === Kind.INLINE_FRAGMENT) look(each.selectionSet);
      else if (!seen.has(each.name.value)) {
        seen.add(each.name.value);
        look(fragments[each.name.value]!.selectionSet);
      }
    }
  };
  look(selectionSet);
  return keys.size > maxRoots;
}
