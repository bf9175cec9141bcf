import type { SelectionNode } from './selection-node.ts';

/** Which fields of a connection are selected that cost something beyond its rows. */
export interface PageFields {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** `startCursor` or `endCursor`. */
  cursorsOfEnds: boolean;
}

/** Looks for the fields in `pageInfo`, which may be selected several times under aliases. */
export function pageFieldsOf(connection: SelectionNode): PageFields {
  const pageInfos = childrenOf(connection).filter(({ name }) => name === 'pageInfo');
  const names = new Set(pageInfos.flatMap(childrenOf).map(({ name }) => name));
  return {
    hasNextPage: names.has('hasNextPage'),
    hasPreviousPage: names.has('hasPreviousPage'),
    cursorsOfEnds: names.has('startCursor') || names.has('endCursor'),
  };
}

const childrenOf = ({ types }: SelectionNode): SelectionNode[] => [...types.values()].flat();
