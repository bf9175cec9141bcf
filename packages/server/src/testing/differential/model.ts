/** How a value is written into an operation. */
export type How =
  /** As a literal. */
  | 'literal'
  /** By a variable with a value. */
  | 'variable'
  /** By a variable whose type is stricter than necessary. */
  | 'strict'
  /** By the default of a variable. */
  | 'default'
  /** By a variable with a default and a value. */
  | 'given'
  /** By a variable without value or default: the argument or key counts as missing. */
  | 'omitted';

/** A value for an argument, before it is known how it is written. */
export type Value =
  | { is: 'leaf'; json: unknown; how: How }
  | {
      is: 'list';
      items: readonly Value[];
      how: How /** A list of one may be written without brackets. */;
      bare: boolean;
    }
  | { is: 'object'; keys: readonly (readonly [string, Value])[]; how: How }
  /** A cursor into the list that the argument belongs to. Its text depends on the order. */
  | { is: 'cursor'; node: number; flaw: CursorFlaw; how: How };

export type CursorFlaw = 'none' | 'garbage' | 'another order' | 'another list' | 'broken key';

export interface Directive {
  name: 'skip' | 'include';
  if: Value;
}

/** What is selected of an object. Fragments are numbered within the operation. */
export type Selection =
  | {
      is: 'field';
      name: string;
      alias: string | null;
      args: readonly (readonly [string, Value])[];
      directives: readonly Directive[];
      selections: readonly Selection[];
      /** The same field again, with other fields below it. */
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
  /** The maximum number of fields. */
  fields: number;
  /**
   * The document has a second operation, which shares a fragment with the first. The request names
   * one of them.
   */
  another: boolean;
  /** It is sent again with other variables, and then as at first. */
  repeated: boolean;
  /** One variable gets an invalid value. */
  spoilt: boolean;
  /** It also asks for introspection. */
  introspection: boolean;
}

/** A request to send. */
export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}
