import {
  type ArgumentNode,
  BREAK,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
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
import { getArgumentValues } from 'graphql/execution/values.js';
import { badInput, Refusal } from '../values/errors.ts';
import { Recent } from '../values/recent.ts';

/** One field of the answer after fragments, aliases and directives are worked in. */
export interface SelectionNode {
  /** The key in the answer. */
  key: string;
  /** Numbers the tree depth first: the row that this field brings is aliased by it. */
  index: number;
  name: string;
  /** Absent for `__typename`. */
  field: GraphQLField<unknown, unknown> | undefined;
  parent: string;
  /** The type that declares it: an interface of the parent's, else the parent. */
  declaredBy: string;
  /** Whether variables stand in its arguments. */
  variable: boolean;
  /** The field that this one stands under. */
  up: SelectionNode | undefined;
  nodes: readonly FieldNode[];
  /** Keys from the root of the answer. */
  path: readonly string[];
  /** What is asked of it, by concrete type. */
  types: ReadonlyMap<string, readonly SelectionNode[]>;
}

/** What a resolver is told; with a root's arguments, where whoever called it has read them. */
export interface RootInfo extends GraphQLResolveInfo {
  rootArguments?: Record<string, unknown>;
}

type Fragments = Record<string, FragmentDefinitionNode>;

/** What a root field selects, in one operation. */
export interface SelectionTree {
  /** Its own, for as long as it is kept: what is compiled for a tree is kept by it. */
  number: number;
  root: SelectionNode;
  /** The fields whose arguments must be read anew for each request. */
  withArguments: readonly SelectionNode[];
}

const maxTrees = 1_000;
/** A parsed character takes a hundred bytes, and so does a sixth of a field of a tree: 40 MB. */
const maxLength = 400_000;
const lengthOfField = 6;
const maxFields = 2_000;

/** The trees of root fields, bounded. */
export class SelectionTrees {
  private readonly trees = new Recent<SelectionTree>(maxTrees, maxLength);
  private readonly operations = new WeakMap<
    OperationDefinitionNode,
    { number: number; variables: readonly string[] }
  >();
  private counter = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The tree of a root field: read once for each operation, key of the answer, and values of the variables that @skip and @include look at.
   * Field nodes do not tell trees apart: one that stands in a fragment is a root of every operation that spreads it.
   */
  of(info: GraphQLResolveInfo): SelectionTree {
    const { number, variables } = this.operation(info);
    let key = `${number} ${info.path.key}`;
    for (const variable of variables) key += ` ${info.variableValues[variable]}`;
    let tree = this.trees.get(key);
    if (!tree) {
      const { count, ...read } = collect(info, this.schema);
      tree = { number: ++this.counter, ...read };
      this.trees.set(
        key,
        tree,
        lengthOfField * count + (info.operation.loc?.source.body.length ?? 0),
      );
    }
    return tree;
  }

  private operation(info: GraphQLResolveInfo) {
    let known = this.operations.get(info.operation);
    if (!known) {
      known = { number: ++this.counter, variables: directiveVariables(info) };
      this.operations.set(info.operation, known);
    }
    return known;
  }
}

/**
 * The arguments of a selected field as graphql-js coerces them, defaults included. @throws Refusal when a variable is null where none may
 * be.
 */
export function argumentsOf(
  selected: SelectionNode,
  { variableValues, rootArguments }: RootInfo,
): Record<string, unknown> {
  if (!selected.up && rootArguments) return rootArguments;
  try {
    return getArgumentValues(selected.field!, selected.nodes[0]!, variableValues);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const named = /^Argument "(\w+)"/.exec(error.message)?.slice(1) ?? [];
    throw badInput({ path: [...selected.path.slice(1), ...named], message: error.message });
  }
}

function collect(
  info: GraphQLResolveInfo,
  schema: GraphQLSchema,
): Omit<SelectionTree, 'number'> & { count: number } {
  const withArguments: SelectionNode[] = [];
  let count = 0;
  const grow = (
    nodes: readonly FieldNode[],
    parent: GraphQLObjectType,
    up: SelectionNode | undefined,
    path: readonly string[],
  ): SelectionNode => {
    const first = nodes[0]!;
    const name = first.name.value;
    const key = first.alias?.value ?? name;
    const here = [...path, key];
    const field = parent.getFields()[name];
    const types = new Map<string, SelectionNode[]>();
    if (count >= maxFields)
      throw new Refusal(
        'QUERY_TOO_COMPLEX',
        `A root field may select at most ${maxFields} fields, fragments worked in. Ask in parts.`,
      );
    const declaredBy = (parent.getInterfaces().find((each) => each.getFields()[name]) ?? parent)
      .name;
    const variable = first.arguments?.some(holdsVariable) ?? false;
    const selected: SelectionNode = {
      key,
      index: count++,
      name,
      field,
      parent: parent.name,
      declaredBy,
      variable,
      up,
      nodes,
      path: here,
      types,
    };
    if (field?.args.length) withArguments.push(selected);
    const type = field && getNamedType(field.type);
    const concrete = isAbstractType(type)
      ? schema.getPossibleTypes(type)
      : isObjectType(type)
        ? [type]
        : [];
    for (const each of concrete) {
      const children = collectSubfields(
        schema,
        info.fragments as Fragments,
        info.variableValues as Record<string, unknown>,
        each,
        [...nodes],
      );
      types.set(
        each.name,
        [...children.values()].map((child) => grow(child, each, selected, here)),
      );
    }
    return selected;
  };
  const parent = schema.getType(info.parentType.name) as GraphQLObjectType;
  const root = grow(info.fieldNodes, parent, undefined, []);
  return { root, withArguments, count };
}

/** Whether a variable stands anywhere in an argument. */
export function holdsVariable(argument: ArgumentNode): boolean {
  let found = false;
  visit(argument, {
    Variable: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Names of the variables that stand in directives of the operation and its fragments, sorted. */
function directiveVariables({ operation, fragments }: GraphQLResolveInfo): readonly string[] {
  const names = new Set<string>();
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...Object.values(fragments)],
  };
  visit(document, {
    Directive: (directive) => {
      for (const argument of directive.arguments ?? [])
        if (argument.value.kind === Kind.VARIABLE) names.add(argument.value.name.value);
    },
  });
  return [...names].sort();
}
