import { SdkError } from './errors.ts';

/** A node of a parsed document, with the properties that graphql-js defines for its kind. */
// biome-ignore lint/suspicious/noExplicitAny: typing all kinds would need the package `graphql`.
type Node = any;

const print = (node: Node): string => {
  const printNode = printers[node.kind];
  if (!printNode)
    throw new SdkError('badInput', `A document for execution has no ${node.kind ?? 'such value'}.`);
  return printNode(node);
};
const printAll = (nodes: readonly Node[] = []) => nodes.map(print).join(' ');
const printInside = (open: string, nodes: readonly Node[] | undefined, close: string) =>
  nodes?.length ? `${open}${printAll(nodes)}${close}` : '';
const nameOf = ({ name }: Node): string => name?.value ?? '';
const argumentsOf = (node: Node) => printInside('(', node.arguments, ')');
const directivesOf = (node: Node) => printInside(' ', node.directives, '');
const selectionsOf = ({ selectionSet }: Node) => (selectionSet ? print(selectionSet) : '');
const printPair = (node: Node) => `${nameOf(node)}:${print(node.value)}`;
const printValue = ({ value }: Node) => String(value);

const printers: Readonly<Record<string, (node: Node) => string>> = {
  Document: (node) => node.definitions.map(print).join('\n'),
  OperationDefinition: (node) =>
    `${node.operation} ${nameOf(node)}${printInside('(', node.variableDefinitions, ')')}` +
    directivesOf(node) +
    selectionsOf(node),
  FragmentDefinition: (node) =>
    `fragment ${nameOf(node)} on ${nameOf(node.typeCondition)}${directivesOf(node)}` +
    selectionsOf(node),
  VariableDefinition: (node) =>
    `${print(node.variable)}:${print(node.type)}` +
    (node.defaultValue ? `=${print(node.defaultValue)}` : '') +
    directivesOf(node),
  SelectionSet: (node) => `{${printAll(node.selections)}}`,
  Field: (node) =>
    (node.alias ? `${node.alias.value}:` : '') +
    nameOf(node) +
    argumentsOf(node) +
    directivesOf(node) +
    selectionsOf(node),
  FragmentSpread: (node) => `...${nameOf(node)}${directivesOf(node)}`,
  InlineFragment: (node) =>
    `...${node.typeCondition ? `on ${nameOf(node.typeCondition)}` : ''}${directivesOf(node)}` +
    selectionsOf(node),
  Directive: (node) => `@${nameOf(node)}${argumentsOf(node)}`,
  Argument: printPair,
  ObjectField: printPair,
  Variable: (node) => `$${nameOf(node)}`,
  NullValue: () => 'null',
  IntValue: printValue,
  FloatValue: printValue,
  BooleanValue: printValue,
  EnumValue: printValue,
  // Every escape of JSON is one of GraphQL.
  StringValue: ({ value }) => JSON.stringify(value),
  ListValue: (node) => `[${printAll(node.values)}]`,
  ObjectValue: (node) => `{${printAll(node.fields)}}`,
  NamedType: nameOf,
  ListType: (node) => `[${print(node.type)}]`,
  NonNullType: (node) => `${print(node.type)}!`,
};

/** Prints a parsed document, without the package `graphql`. */
export const printDocument = (document: object): string => print(document);
