import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { LRUCache } from 'lru-cache';
import { holdsVariable } from './field-arguments.ts';
import type { Mapping } from './mapping.ts';
import { SelectionNode } from './selection-node.ts';

/** What a root field selects, in one operation. */
export interface SelectionTree {
  /** Identifies the tree in keys of the plan cache, for as long as it is kept. */
  number: number;
  root: SelectionNode;
  /** The fields whose arguments decide about the SQL. */
  withArguments: readonly SelectionNode[];
}

/** What is known about an operation, for as long as its parsed document is. */
interface OperationFacts {
  number: number;
  /** The variables in its directives. Their values decide what is selected. */
  directiveVariables: readonly string[];
}

const maxTrees = 1_000;
/** In characters of the query. A parsed character takes about 100 bytes, so this is 40 MB. */
const maxSize = 400_000;
/** A field of a tree takes about as much memory as this many parsed characters. */
const charactersPerField = 6;

/** The selection trees of root fields. The least recently used ones are dropped. */
export class SelectionTrees {
  private readonly trees = new LRUCache<string, SelectionTree>({ max: maxTrees, maxSize });
  private readonly operations = new WeakMap<OperationDefinitionNode, OperationFacts>();
  private counter = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly mapping: Mapping,
  ) {}

  /**
   * The tree of a root field. It is collected once for each operation, key of the answer, and
   * values of the variables in directives. The field's own AST node would not do as a key: if it is
   * in a fragment, it is a root field of every operation that spreads the fragment.
   */
  of(info: GraphQLResolveInfo): SelectionTree {
    const { number, directiveVariables } = this.factsOf(info);
    let key = `${number} ${info.path.key}`;
    for (const name of directiveVariables) key += ` ${info.variableValues[name]}`;
    const cached = this.trees.get(key);
    if (cached) return cached;
    const { root, withArguments, count } = new Collector(info, this.schema, this.mapping).tree();
    const tree = { number: this.nextNumber(), root, withArguments };
    const characters = info.operation.loc?.source.body.length ?? 0;
    this.trees.set(key, tree, { size: characters + charactersPerField * count });
    return tree;
  }

  private factsOf(info: GraphQLResolveInfo): OperationFacts {
    let facts = this.operations.get(info.operation);
    if (!facts) {
      facts = { number: this.nextNumber(), directiveVariables: directiveVariablesOf(info) };
      this.operations.set(info.operation, facts);
    }
    return facts;
  }

  private nextNumber(): number {
    this.counter += 1;
    return this.counter;
  }
}

/** Collects the fields that a root field selects. */
class Collector {
  private readonly withArguments: SelectionNode[] = [];
  private count = 0;

  constructor(
    private readonly info: GraphQLResolveInfo,
    private readonly schema: GraphQLSchema,
    private readonly mapping: Mapping,
  ) {}

  /** The tree, and how many fields it has. */
  tree(): Omit<SelectionTree, 'number'> & { count: number } {
    const parent = this.schema.getType(this.info.parentType.name) as GraphQLObjectType;
    const root = this.collect(this.info.fieldNodes, parent, undefined);
    return { root, withArguments: this.withArguments, count: this.count };
  }

  /** Field nodes that are merged into one have the same name and arguments. */
  private collect(
    fieldNodes: readonly FieldNode[],
    parent: GraphQLObjectType,
    above: SelectionNode | undefined,
  ): SelectionNode {
    const [first] = fieldNodes as [FieldNode];
    const name = first.name.value;
    const key = first.alias?.value ?? name;
    const field = parent.getFields()[name];
    const declaring = parent.getInterfaces().find((each) => each.getFields()[name]) ?? parent;
    const node = new SelectionNode(this.mapping, {
      key,
      name,
      index: this.count,
      field,
      parentType: parent.name,
      declaredBy: declaring.name,
      above,
      fieldNodes,
      hasVariables: first.arguments?.some(holdsVariable) ?? false,
      path: [...(above?.path ?? []), key],
    });
    this.count += 1;
    // The compiler needs the arguments of a root field only if it is a page.
    if (field?.args.length && (above || node.nodeClass)) this.withArguments.push(node);
    for (const type of field ? this.concreteTypes(getNamedType(field.type)) : [])
      node.types.set(type.name, this.children(node, type));
    return node;
  }

  private children(node: SelectionNode, type: GraphQLObjectType): SelectionNode[] {
    const fields = collectSubfields(
      this.schema,
      this.info.fragments as Record<string, FragmentDefinitionNode>,
      this.info.variableValues as Record<string, unknown>,
      type,
      [...node.fieldNodes],
    );
    return [...fields.values()].map((fieldNodes) => this.collect(fieldNodes, type, node));
  }

  private concreteTypes(type: ReturnType<typeof getNamedType>): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return this.schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}

/** The variables in directives of an operation and its fragments, sorted by name. */
function directiveVariablesOf({ operation, fragments }: GraphQLResolveInfo): readonly string[] {
  const names = new Set<string>();
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...Object.values(fragments)],
  };
  visit(document, {
    Directive: ({ arguments: args = [] }) => {
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}
