import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../compiler/fragments.ts';
import type { Refusal } from '../values/errors.ts';
import { type LimitName, limitExceeded, limits, uncountedExcess } from '../values/limits.ts';
import { exceedsTypedFields } from './typed-fields.ts';

/** What is counted of an operation, by the name of the limit. */
export type OperationSize = Record<(typeof operationLimits)[number], number>;

/** Other maxima of an operation than those of the table, by the names of the limits. */
export type Maxima = Partial<Record<keyof OperationSize | 'tokens' | 'typedFields', number>>;

const operationLimits = [
  ...(['depth', 'fields', 'aliases', 'directives'] as const),
  ...(['introspectionDepth', 'introspectionFields'] as const),
] satisfies LimitName[];

/** The error for an operation that exceeds a limit; undefined for others. */
export type CheckSize = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
) => GraphQLError | undefined;

/**
 * Checks the size of operations before anything of them is executed. An operation is counted once,
 * and what was found is looked up later. `maxima` replace those of the table.
 */
export function sizeLimits(schema: GraphQLSchema, maxima: Maxima = {}): CheckSize {
  const verdicts = new WeakMap<OperationDefinitionNode, GraphQLError | null>();
  const judge = (document: DocumentNode, operation: OperationDefinitionNode) => {
    const size = sizeOf(document, operation);
    for (const name of operationLimits) {
      const max = maxima[name] ?? limits[name].max;
      if (size[name] > max) return tooLarge(limitExceeded(name, size[name], max));
    }
    const maxTyped = maxima.typedFields ?? limits.typedFields.max;
    return exceedsTypedFields(schema, document, operation, maxTyped)
      ? tooLarge(uncountedExcess('typedFields', maxTyped))
      : null;
  };
  return (document, operation) => {
    let verdict = verdicts.get(operation);
    if (verdict === undefined) {
      verdict = judge(document, operation);
      verdicts.set(operation, verdict);
    }
    return verdict ?? undefined;
  };
}

const tooLarge = (refusal: Refusal): GraphQLError =>
  new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { http: { status: 400 } },
  });

/** Counts an operation with its fragments. A fragment counts wherever it is used. */
export function sizeOf(document: DocumentNode, operation: OperationDefinitionNode): OperationSize {
  const size = new Counter(document).sizeOf(operation.selectionSet);
  size.directives += operation.directives?.length ?? 0;
  return size;
}

const emptySize = (): OperationSize => ({
  depth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  introspectionDepth: 0,
  introspectionFields: 0,
});

class Counter {
  private readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Of each fragment, so that one that is used often is counted once. */
  private readonly sizes = new Map<string, OperationSize>();

  constructor(document: DocumentNode) {
    this.fragments = fragmentsOf(document);
  }

  sizeOf({ selections }: SelectionSetNode): OperationSize {
    const size = emptySize();
    for (const node of selections) {
      add(size, this.sizeOfSelection(node));
      size.directives += node.directives?.length ?? 0;
    }
    return size;
  }

  private sizeOfSelection(node: SelectionNode): OperationSize {
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.sizeOfFragment(node.name.value);
    if (node.kind === Kind.INLINE_FRAGMENT) return this.sizeOf(node.selectionSet);
    const size = node.selectionSet ? this.sizeOf(node.selectionSet) : emptySize();
    size.depth += 1;
    size.fields += 1;
    if (node.alias) size.aliases += 1;
    if (node.name.value !== '__schema' && node.name.value !== '__type') return size;
    return {
      ...size,
      depth: 1,
      fields: 1,
      introspectionDepth: size.depth,
      introspectionFields: size.fields,
    };
  }

  private sizeOfFragment(name: string): OperationSize {
    const known = this.sizes.get(name);
    if (known) return known;
    // Validation refuses fragments that use themselves, and unknown ones.
    this.sizes.set(name, emptySize());
    const fragment = this.fragments[name];
    const size = fragment ? this.sizeOf(fragment.selectionSet) : emptySize();
    size.directives += fragment?.directives?.length ?? 0;
    this.sizes.set(name, size);
    return size;
  }
}

function add(size: OperationSize, more: OperationSize): void {
  for (const name of operationLimits) {
    const isDepth = name === 'depth' || name === 'introspectionDepth';
    size[name] = isDepth ? Math.max(size[name], more[name]) : size[name] + more[name];
  }
}
