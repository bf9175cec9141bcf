import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

export const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
export const field = (value: string): FieldNode => ({ kind: Kind.FIELD, name: name(value) });
/** A selection set. An empty one would not be valid. */
export const set = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: selections.length > 0 ? selections : [field('__typename')],
});

/** A field of introspection. */
export const introspection: FieldNode = {
  kind: Kind.FIELD,
  name: name('__type'),
  alias: name('schemaType'),
  arguments: [
    { kind: Kind.ARGUMENT, name: name('name'), value: { kind: Kind.STRING, value: 'Claim' } },
  ],
  selectionSet: set([field('name'), field('kind')]),
};

/** The names of all variables that are used. */
export function variablesIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Variable: (variable) => {
      names.add(variable.name.value);
    },
  });
  return names;
}

/** A query, with a name if it has one. */
export const operationNode = (
  called: string | undefined,
  selectionSet: SelectionSetNode,
): OperationDefinitionNode => ({
  kind: Kind.OPERATION_DEFINITION,
  operation: OperationTypeNode.QUERY,
  selectionSet,
  ...(called && { name: name(called) }),
});

/** The fragments that an operation spreads, directly or through others. */
export function fragmentsReached(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const names = new Set<string>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread: (spread) => {
        if (names.has(spread.name.value)) return;
        names.add(spread.name.value);
        look(fragments.get(spread.name.value)!);
      },
    });
  };
  look(operation);
  return [...names].map((each) => fragments.get(each)!);
}
