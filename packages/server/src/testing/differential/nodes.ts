import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type NameNode,
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
