/** The types that `connectionTypes` made: which node class a page type is of, and the reverse. */
const pagesByNode = new Map<Function, Function>();
const nodesByPage = new Map<string, Function>();
const wrappers = new Set<string>();

/** Registers the connection and edge types of a node class. */
export function registerPage(
  node: Function,
  page: Function,
  names: { page: string; edge: string },
): void {
  pagesByNode.set(node, page);
  nodesByPage.set(names.page, node);
  wrappers.add(names.page).add(names.edge);
}

/** The connection type of a node class. @throws Error if it has none. */
export function pageOf(node: Function): Function {
  const page = pagesByNode.get(node);
  if (page) return page;
  throw new Error(
    `${node.name} has no connection type: call connectionTypes(${node.name}) beside it`,
  );
}

/** The node class of a connection type, by the type's name. */
export const nodeOfPage = (typeName: string): Function | undefined => nodesByPage.get(typeName);

/** Whether it is a connection or edge type. Those wrap rows and have none of their own. */
export const isWrapper = (typeName: string): boolean => wrappers.has(typeName);
