import type { $tada } from './generated/tada.ts';

/** A part of a query, typed: spread it as `...Name` in a text given to `graphql`, and give it along. */
export interface Fragment<Name extends string, On extends string, Data> {
  /** Its text, without those that it spreads itself. */
  readonly text: string;
  /** The fragments that it spreads, at any depth. */
  readonly spreads: readonly Fragment<string, string, unknown>[];
  /** For the compiler alone, never there: what it answers, and where it may be spread. */
  // biome-ignore lint/suspicious/noExplicitAny: gql.tada's own form.
  readonly __apiType?: (variables: any) => Data;
  readonly [$tada.definition]?: { fragment: Name; on: On; masked: false };
}

/** The data of a fragment: `FragmentData<typeof ClaimCard>`. */
export type FragmentData<F> = F extends Fragment<string, string, infer Data> ? Data : never;
