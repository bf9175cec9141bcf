/** How a value reaches its place in an operation. */
export type How =
  /** As it is. */
  | 'literal'
  /** By a variable that the request gives. */
  | 'variable'
  /** By a variable whose type is stricter than its place asks. */
  | 'strict'
  /** By a variable that has it as its default. */
  | 'default'
  /** By a variable that has a default, but is given. */
  | 'given'
  /** By a variable that is neither given nor has a default: the argument or key counts as left out. */
  | 'omitted';

/** A value for an argument, before it is known in which words it is written. */
export type Value =
  | { is: 'leaf'; json: unknown; how: How }
  | {
      is: 'list';
      items: readonly Value[];
      how: How /** A list of one may be written without brackets. */;
      bare: boolean;
    }
  | { is: 'object'; keys: readonly (readonly [string, Value])[]; how: How }
  /** A place in the list that the argument belongs to; its text depends on the order asked for. */
  | { is: 'cursor'; node: number; flaw: CursorFlaw; how: How };

export type CursorFlaw = 'none' | 'garbage' | 'another order' | 'another list' | 'broken key';

export interface Directive {
  name: 'skip' | 'include';
  if: Value;
}

/** What is selected of an object. A fragment is named by its place among the operation's. */
export type Selection =
  | {
      is: 'field';
      name: string;
      alias: string | null;
      args: readonly (readonly [string, Value])[];
      directives: readonly Directive[];
      selections: readonly Selection[];
      /** The same field once more, with other fields under it. */
      again: readonly Selection[] | null;
    }
  | {
      is: 'inline';
      on: string | null;
      directives: readonly Directive[];
      selections: readonly Selection[];
    }
  | { is: 'spread'; fragment: number; directives: readonly Directive[] };

export interface Fragment {
  on: string;
  selections: readonly Selection[];
}

export interface Model {
  selections: readonly Selection[];
  fragments: readonly Fragment[];
  /** How many fields are written at most. */
  fields: number;
  /** Another operation stands in the document, which asks a part of the same by a fragment that both spread; the request names the one it wants. */
  another: boolean;
  /** It is asked once more with other variables, and then as at first. */
  repeated: boolean;
  /** One of the variables is given something that it cannot be. */
  spoilt: boolean;
  /** Something of the schema itself is asked too. */
  introspection: boolean;
}

/** A request as it is sent. */
export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}
