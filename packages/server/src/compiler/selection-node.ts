import { type FieldNode, type GraphQLField, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { Mapping } from './mapping.ts';
import { nodeOfPage } from './page-types.ts';
import { type Placement, placementOf, rowAbove } from './placement.ts';
import { type PreparedField, prepareField } from './prepare.ts';
import type { Sql } from './sql.ts';

/** What the query says about a field, after fragments, aliases and directives are applied. */
export interface SelectedField {
  /** The key in the answer: the alias or the name. */
  key: string;
  name: string;
  /** The number of the field, depth first. Its rows have the alias `t` and this number. */
  index: number;
  /** Absent for `__typename`. */
  field: GraphQLField<unknown, unknown> | undefined;
  /** The concrete type that the field is selected on. */
  parentType: string;
  /** The type that declares the field: an interface of the parent type, or the type itself. */
  declaredBy: string;
  /** The field in whose selection set it is; absent for a root field. */
  above: SelectionNode | undefined;
  fieldNodes: readonly FieldNode[];
  /** Whether its arguments contain variables. */
  hasVariables: boolean;
  /** The keys from the root field to this one. */
  path: readonly string[];
}

/**
 * A field of a selection, in the tree that belongs to a root field. The tree is reused for all
 * requests with the same operation, so everything that follows from it is computed once, on demand.
 */
export class SelectionNode {
  readonly key: string;
  readonly name: string;
  readonly index: number;
  readonly field: GraphQLField<unknown, unknown> | undefined;
  readonly parentType: string;
  readonly declaredBy: string;
  readonly above: SelectionNode | undefined;
  readonly fieldNodes: readonly FieldNode[];
  readonly path: readonly string[];
  private readonly hasVariables: boolean;

  /** The selected fields, by each concrete type that the field's value may have. */
  readonly types = new Map<string, SelectionNode[]>();
  /** The class of its nodes, if the field is a connection. */
  readonly nodeClass: Function | undefined;

  private rowAboveCache: Sql | undefined;
  private placementCache: Placement | undefined;
  private selectedBelow: Set<string> | undefined;
  private preparedOnce: PreparedField | undefined;

  constructor(
    readonly mapping: Mapping,
    selected: SelectedField,
  ) {
    this.key = selected.key;
    this.name = selected.name;
    this.index = selected.index;
    this.field = selected.field;
    this.parentType = selected.parentType;
    this.declaredBy = selected.declaredBy;
    this.above = selected.above;
    this.fieldNodes = selected.fieldNodes;
    this.path = selected.path;
    this.hasVariables = selected.hasVariables;
    this.nodeClass = this.field && nodeOfPage(getNamedType(this.field.type).name);
  }

  /** The alias of the row that the field is read from. */
  get rowAbove(): Sql {
    this.rowAboveCache ??= rowAbove(this);
    return this.rowAboveCache;
  }

  /** Where a connection reads its rows. @throws Error for other fields. */
  get placement(): Placement {
    this.placementCache ??= placementOf(this);
    return this.placementCache;
  }

  /** The only concrete type of its value, and what is selected on it. @throws Error for a leaf. */
  get only(): [type: string, children: readonly SelectionNode[]] {
    for (const entry of this.types) return entry;
    throw new Error(`${this.parentType}.${this.name} has no selection`);
  }

  /** Whether a field is selected anywhere below this one. */
  selects(type: string, field: string): boolean {
    this.selectedBelow ??= new Set(this.namesBelow());
    return this.selectedBelow.has(`${type}.${field}`);
  }

  /** Its arguments in one request, as far as they decide about its rows. @throws Refusal. */
  prepare(info: GraphQLResolveInfo): PreparedField {
    if (this.hasVariables) return prepareField(this, info);
    this.preparedOnce ??= prepareField(this, info);
    return this.preparedOnce;
  }

  private *namesBelow(): Generator<string> {
    for (const [type, children] of this.types) {
      for (const child of children) {
        yield `${type}.${child.name}`;
        yield* child.namesBelow();
      }
    }
  }
}
