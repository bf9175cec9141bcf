/** Types that read a parsed text and the schema, for `mistakes.ts` and `id-variables.ts`. */
import type { Introspection } from './generated/introspection.ts';

export type Types = Introspection['types'];
export type NamedNode = { name: { value: string } };

export type SelectionsOf<Node> = Node extends {
  selectionSet: { selections: infer Selections extends readonly unknown[] };
}
  ? Selections[number]
  : never;

export type Property<T, Key extends string> = Key extends keyof T ? T[Key] : undefined;
export type ElementOf<List> = List extends readonly unknown[] ? List[number] : never;
export type NameOf<Node, Key extends string = ''> = Key extends ''
  ? Node extends NamedNode
    ? Node['name']['value']
    : never
  : Node extends { [K in Key]: infer Inner }
    ? NameOf<Inner>
    : never;
export type Fields<Type extends string> = Type extends keyof Types
  ? Types[Type] extends { fields: infer All }
    ? All
    : Record<never, never>
  : Record<never, never>;
export type PossibleTypes<Type extends string> = Type extends keyof Types
  ? Types[Type] extends { possibleTypes: infer Possible }
    ? Possible
    : Type
  : never;
export type CompositeType = {
  [Type in keyof Types]: Types[Type] extends { fields: unknown } ? Type : never;
}[keyof Types] &
  string;

/** The name of the type that a reference of the introspection wraps in lists and non-nulls. */
export type NamedTypeRef<Ref> = Ref extends { kind: 'LIST' | 'NON_NULL'; ofType: infer Inner }
  ? NamedTypeRef<Inner>
  : Ref extends { name: infer Name extends string }
    ? Name
    : never;

/** A type in a text, as it is written: `[ClaimKind!]`. */
export type TypeText<Node> = Node extends { kind: 'NonNullType'; type: infer Inner }
  ? `${TypeText<Inner>}!`
  : Node extends { kind: 'ListType'; type: infer Inner }
    ? `[${TypeText<Inner>}]`
    : NamedTypeNode<Node> & string;

/** The name in it. */
export type NamedTypeText<Type> = Type extends `[${infer Inner}`
  ? NamedTypeText<Inner>
  : Type extends `${infer Inner}${'!' | ']'}`
    ? NamedTypeText<Inner>
    : Type;

/** The same for a type in a text. */
export type NamedTypeNode<Node> = Node extends {
  kind: 'ListType' | 'NonNullType';
  type: infer Inner;
}
  ? NamedTypeNode<Inner>
  : Node extends { name: { value: infer Name extends string } }
    ? Name
    : never;
