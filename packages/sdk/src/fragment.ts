import type { $tada } from './generated/tada.ts';

/**
 * A typed part of a query. Pass it to `graphql` together with a text that spreads it as `...Name`.
 */
export interface Fragment<Name extends string, On extends string, Data> {
  /** The text of the fragment, without the fragments that it spreads. */
  readonly text: string;
  /** All fragments that it spreads, directly or through others. */
  readonly spreads: readonly Fragment<string, string, unknown>[];
  /** For the type checker only, never set: the type of its data. */
  // biome-ignore lint/suspicious/noExplicitAny: gql.tada requires this form.
  readonly __apiType?: (variables: any) => Data;
  /** For the type checker only, never set: the type on which it may be spread. */
  readonly [$tada.definition]?: { fragment: Name; on: On; masked: false };
}

/** The type of a fragment's data: `FragmentData<typeof ClaimCard>`. */
export type FragmentData<F> = F extends Fragment<string, string, infer Data> ? Data : never;
