import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  print,
  type SelectionNode,
} from 'graphql';

/** What a response key is already used for. */
interface Use {
  type: string;
  /** Field and arguments, by parent type. */
  asked: Map<string, string>;
  below: Scope;
}

/**
 * The keys of one object of the response, with fragments merged. GraphQL allows fields to share a
 * key only if they cannot conflict.
 */
export type Scope = Map<string, Use>;

const nameOf = (node: FieldNode): string => node.name.value;
export const keyOf = (node: FieldNode): string => (node.alias ?? node.name).value;
const asks = (node: FieldNode): string =>
  `${nameOf(node)}(${(node.arguments ?? []).map(print).join()})`;

/** Merges selections into scopes if they fit. Stricter than the specification, never looser. */
export class Merging {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  fieldType(parent: GraphQLCompositeType, name: string): GraphQLOutputType | undefined {
    return isUnionType(parent) ? undefined : parent.getFields()[name]?.type;
  }

  /** Whether a field can be added to a scope. */
  fieldFits(node: FieldNode, parent: GraphQLCompositeType, scope: Scope): boolean {
    const use = scope.get(keyOf(node));
    if (!use) return true;
    if (use.type !== this.typeText(parent, node)) return false;
    for (const [other, asked] of use.asked) {
      const apart =
        other !== parent.name && isObjectType(parent) && isObjectType(this.schema.getType(other));
      if (asked !== asks(node) && !apart) return false;
    }
    return true;
  }

  /** Whether selections fit, at all levels. */
  fits(nodes: readonly SelectionNode[], parent: GraphQLCompositeType, scope: Scope): boolean {
    return this.each(nodes, parent, (node, on) => {
      if (!this.fieldFits(node, on, scope)) return false;
      const use = scope.get(keyOf(node));
      return (
        !use ||
        !node.selectionSet ||
        this.fits(node.selectionSet.selections, this.below(on, node), use.below)
      );
    });
  }

  /** Records a field as used, and returns the scope below it. */
  add(node: FieldNode, parent: GraphQLCompositeType, scope: Scope): Scope {
    const use = scope.get(keyOf(node)) ?? {
      type: this.typeText(parent, node),
      asked: new Map(),
      below: new Map(),
    };
    scope.set(keyOf(node), use);
    use.asked.set(parent.name, asks(node));
    return use.below;
  }

  addAll(nodes: readonly SelectionNode[], parent: GraphQLCompositeType, scope: Scope): void {
    this.each(nodes, parent, (node, on) => {
      const below = this.add(node, on, scope);
      if (node.selectionSet) this.addAll(node.selectionSet.selections, this.below(on, node), below);
      return true;
    });
  }

  /** The type of a field's value. */
  below(parent: GraphQLCompositeType, node: FieldNode): GraphQLCompositeType {
    const type = getNamedType(this.fieldType(parent, nameOf(node)));
    if (!isCompositeType(type))
      throw new Error(`${parent.name}.${nameOf(node)} has nothing below it`);
    return type;
  }

  private typeText(parent: GraphQLCompositeType, node: FieldNode): string {
    return String(this.fieldType(parent, nameOf(node)) ?? nameOf(node));
  }

  private each(
    nodes: readonly SelectionNode[],
    parent: GraphQLCompositeType,
    work: (node: FieldNode, parent: GraphQLCompositeType) => boolean,
  ): boolean {
    return nodes.every((node) => {
      if (node.kind === Kind.FIELD) return work(node, parent);
      const spread =
        node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value)! : node;
      const on = spread.typeCondition
        ? (this.schema.getType(spread.typeCondition.name.value) as GraphQLCompositeType)
        : parent;
      return this.each(spread.selectionSet.selections, on, work);
    });
  }
}
