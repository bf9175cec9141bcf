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
  visit,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { getArgumentValues } from 'graphql/execution/values.js';
import { badInput, Refusal } from '../values/errors.ts';

/** One field of the answer after fragments, aliases and directives are worked in. */
export interface Selected {
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
  up: Selected | undefined;
  nodes: readonly FieldNode[];
  /** Keys from the root of the answer. */
  path: readonly string[];
  /** What is asked of it, by concrete type. */
  types: ReadonlyMap<string, readonly Selected[]>;
}

/** What a resolver is told; with a root's arguments, where whoever called it has read them. */
export interface RootInfo extends GraphQLResolveInfo {
  rootArguments?: Record<string, unknown>;
}

type Fragments = Record<string, FragmentDefinitionNode>;

interface Tree {
  root: Selected;
  /** What @skip and @include say here: see `selection`. */
  when: string;
  /** The fields whose arguments must be read anew for each request. */
  withArguments: readonly Selected[];
}

const trees = new WeakMap<FieldNode, Map<string, Tree>>();
const conditional = new WeakMap<object, readonly string[]>();
const maxTreesPerField = 64;
const maxFields = 2_000;

/** The tree of a root field. Read once per document and values of the variables that @skip and @include look at. */
export function selection(info: GraphQLResolveInfo, schema: GraphQLSchema): Tree {
  const when = directiveVariables(info)
    .map((variable) => String(info.variableValues[variable]))
    .join();
  const node = info.fieldNodes[0]!;
  let known = trees.get(node);
  if (!known) {
    known = new Map();
    trees.set(node, known);
  }
  let tree = known.get(when);
  if (!tree) {
    if (known.size >= maxTreesPerField) known.clear();
    tree = { when, ...collect(info, schema) };
    known.set(when, tree);
  }
  return tree;
}

/** The arguments of a selected field as graphql-js coerces them, defaults included. @throws Refusal when a variable is null where none may be. */
export function argumentsOf(selected: Selected, { variableValues, rootArguments }: RootInfo): Record<string, unknown> {
  if (!selected.up && rootArguments) return rootArguments;
  try {
    return getArgumentValues(selected.field!, selected.nodes[0]!, variableValues);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const named = /^Argument "(\w+)"/.exec(error.message)?.slice(1) ?? [];
    throw badInput({ path: [...selected.path.slice(1), ...named], message: error.message });
  }
}

function collect(info: GraphQLResolveInfo, schema: GraphQLSchema): Omit<Tree, 'when'> {
  const withArguments: Selected[] = [];
  let count = 0;
  const grow = (nodes: readonly FieldNode[], parent: GraphQLObjectType, up: Selected | undefined, path: readonly string[]): Selected => {
    const first = nodes[0]!;
    const name = first.name.value;
    const key = first.alias?.value ?? name;
    const here = [...path, key];
    const field = parent.getFields()[name];
    const types = new Map<string, Selected[]>();
    if (count >= maxFields)
      throw new Refusal('QUERY_TOO_COMPLEX', `A root field may select at most ${maxFields} fields, fragments worked in. Ask in parts.`);
    const declaredBy = (parent.getInterfaces().find((each) => each.getFields()[name]) ?? parent).name;
    const variable = first.arguments?.some(holdsVariable) ?? false;
    const selected: Selected = {
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
    const concrete = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    for (const each of concrete) {
      const children = collectSubfields(schema, info.fragments as Fragments, info.variableValues as Record<string, unknown>, each, [
        ...nodes,
      ]);
      types.set(
        each.name,
        [...children.values()].map((child) => grow(child, each, selected, here)),
      );
    }
    return selected;
  };
  const parent = schema.getType(info.parentType.name) as GraphQLObjectType;
  return { root: grow(info.fieldNodes, parent, undefined, []), withArguments };
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
  const known = conditional.get(operation);
  if (known) return known;
  const names = new Set<string>();
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
  visit(document, {
    Directive: (directive) => {
      for (const argument of directive.arguments ?? []) if (argument.value.kind === Kind.VARIABLE) names.add(argument.value.name.value);
    },
  });
  const sorted = [...names].sort();
  conditional.set(operation, sorted);
  return sorted;
}
