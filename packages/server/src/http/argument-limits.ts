import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getNamedType,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { getDirectiveValues } from 'graphql/execution/values.js';
import { holdsVariable } from '../compiler/field-arguments.ts';
import { fragmentsOf, hasOneRootField } from '../compiler/fragments.ts';
import { checkArgumentLimits } from '../values/argument-limits.ts';
import { Refusal } from '../values/errors.ts';
import { possibleTypes } from './typed-fields.ts';

type Values = Readonly<Record<string, unknown>>;

/** The error for an operation with an argument that exceeds a limit; undefined for others. */
export type CheckArguments = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values | undefined,
) => GraphQLError | undefined;

/** A field with arguments, wherever an operation uses it. */
interface FieldUse {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  /** The keys from the root field to this one. */
  path: readonly string[];
  /** The field, and the fields and fragments around it, that have directives. */
  conditions: readonly SelectionNode[];
  /** The arguments that are checked. */
  args: readonly ArgumentNode[];
}

/** What is known about an operation: an error, or what depends on its variables. */
type Verdict = GraphQLError | { uses: readonly FieldUse[]; defaults: Values };

/**
 * Checks all arguments of an operation before any of its root fields is executed: otherwise a
 * mutation could write with its first field, and be refused for its second. A query of one root
 * field is checked while it is compiled, before its statement is sent.
 *
 * Variables are not coerced for this, which would cost more than all the rest: whether a value is
 * too large can be seen without. If a value is wrong in another way, graphql-js refuses it next.
 */
export function argumentLimits(schema: GraphQLSchema): CheckArguments {
  const verdicts = new WeakMap<OperationDefinitionNode, Verdict>();
  const judge = (document: DocumentNode, operation: OperationDefinitionNode): Verdict => {
    const uses: FieldUse[] = [];
    for (const use of withoutRepeats(fieldUses(schema, document, operation))) {
      const [open, literal] = [use.args.filter(holdsVariable), use.args.filter(isLiteral)];
      const excess = excessOf({ ...use, args: literal }, {});
      if (excess && use.conditions.length === 0) return excess;
      const args = excess ? use.args : open;
      if (args.length > 0) uses.push({ ...use, args });
    }
    return { uses, defaults: defaultsOf(schema, operation) };
  };
  return (document, operation, variables = {}) => {
    if (operation.operation === 'query' && hasOneRootField(operation)) return undefined;
    let verdict = verdicts.get(operation);
    if (verdict === undefined) {
      verdict = judge(document, operation);
      verdicts.set(operation, verdict);
    }
    if (verdict instanceof GraphQLError) return verdict;
    const { uses, defaults } = verdict;
    if (uses.length === 0) return undefined;
    const values = { ...defaults, ...variables };
    for (const use of uses) {
      const excess = excessOf(use, values);
      if (excess && isIncluded(use, values)) return excess;
    }
    return undefined;
  };
}

/** The first of uses that check the same: a client may repeat a field hundreds of times. */
function withoutRepeats(uses: readonly FieldUse[]): FieldUse[] {
  const printedOf = new Map<FieldUse['field'], Set<string>>();
  return uses.filter(({ field, args, conditions }) => {
    if (conditions.length > 0) return true;
    const known = printedOf.get(field) ?? new Set();
    printedOf.set(field, known);
    const printed = args.map(print).join();
    const isNew = !known.has(printed);
    known.add(printed);
    return isNew;
  });
}

const isLiteral = (argument: ArgumentNode): boolean => !holdsVariable(argument);

function excessOf({ field, node, path, args }: FieldUse, variables: Values) {
  const values: Record<string, unknown> = {};
  for (const { name, value } of args) {
    const type = field.args.find((each) => each.name === name.value)?.type;
    if (value.kind === Kind.VARIABLE) values[name.value] = variables[value.name.value];
    else if (type) values[name.value] = valueFromAST(value, type, variables);
  }
  try {
    checkArgumentLimits(field, values, path.slice(1));
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new GraphQLError(error.message, {
      nodes: node,
      path: path.slice(0, 1),
      originalError: error,
      extensions: { http: { status: 400 } },
    });
  }
}

/** Whether no directive leaves a field out. */
function isIncluded({ conditions }: FieldUse, variables: Values): boolean {
  try {
    return conditions.every(
      (each) =>
        getDirectiveValues(GraphQLSkipDirective, each, variables)?.if !== true &&
        getDirectiveValues(GraphQLIncludeDirective, each, variables)?.if !== false,
    );
  } catch {
    // A directive lacks its variable. The operation fails with it, now or after it has written.
    return true;
  }
}

/** The defaults of an operation's variables. */
const defaultsOf = (schema: GraphQLSchema, operation: OperationDefinitionNode): Values =>
  Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
      const inputType = typeFromAST(schema, type);
      return defaultValue && isInputType(inputType)
        ? [[variable.name.value, valueFromAST(defaultValue, inputType)]]
        : [];
    }),
  );

/** All fields with arguments. There are not too many: the size of the operation is checked. */
function fieldUses(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): FieldUse[] {
  const fragments = fragmentsOf(document);
  const uses: FieldUse[] = [];
  /** `types`: the concrete types that the object may have. */
  const collect = (
    { selections }: SelectionSetNode,
    types: readonly GraphQLObjectType[],
    above: Pick<FieldUse, 'path' | 'conditions'>,
  ): void => {
    for (const node of selections) {
      const conditions = node.directives?.length ? [...above.conditions, node] : above.conditions;
      if (node.kind === Kind.FIELD) {
        const fields = types.flatMap((each) => each.getFields()[node.name.value] ?? []);
        const [field] = fields;
        if (!field) continue;
        const path = [...above.path, node.alias?.value ?? node.name.value];
        const { arguments: args = [] } = node;
        if (args.length > 0) uses.push({ field, node, path, conditions, args });
        // Types may return narrower types than their interface does.
        const below = fields.flatMap(({ type }) => possibleTypes(schema, getNamedType(type)));
        if (node.selectionSet)
          collect(node.selectionSet, [...new Set(below)], { path, conditions });
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
      if (!fragment) continue;
      const narrowed = schema.getType(fragment.typeCondition?.name.value ?? '');
      const among = narrowed ? possibleTypes(schema, narrowed) : types;
      const both = types.filter((each) => among.includes(each));
      if (both.length > 0) collect(fragment.selectionSet, both, { path: above.path, conditions });
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) collect(operation.selectionSet, [root], { path: [], conditions: [] });
  return uses;
}
