/** Queries of your own, typed from their text. The types come from gql.tada (MIT licence), and nothing of it runs. */
import type { Fragment } from './fragment.ts';
import type { Introspection, Scalars } from './generated/introspection.ts';
import type {
  $tada,
  addIntrospectionScalars,
  FragmentShape,
  getDocumentNode,
  getFragmentsOfDocuments,
  parseDocument,
} from './generated/tada.ts';
import type { Operation, OperationKind } from './operation.ts';

export type { Fragment, FragmentData } from './fragment.ts';
export * from './generated/fragments.ts';

type Schema = addIntrospectionScalars<Introspection, Scalars>;

type Document<Text extends string, Fragments extends readonly FragmentShape[]> = getDocumentNode<
  parseDocument<Text>,
  Schema,
  getFragmentsOfDocuments<Fragments>,
  true
>;

/** What a text is: an operation, a fragment, or nothing that the schema knows. */
export type Typed<Text extends string, Fragments extends readonly FragmentShape[]> =
  Document<Text, Fragments> extends infer Node
    ? [Node] extends [never]
      ? {
          readonly error: 'This text is no GraphQL operation or fragment on the schema of Claimgraph.';
        }
      : Node extends {
            [$tada.definition]?: {
              fragment: infer Name extends string;
              on: infer On extends string;
            };
          }
        ? Node extends { __apiType?: (variables: never) => infer Data }
          ? Fragment<Name, On, Data>
          : never
        : Node extends { __apiType?: (variables: infer Variables) => infer Data }
          ? Operation<Data, Variables>
          : never
    : never;

/**
 * An operation, or a fragment, from its text. Its variables and its answer are typed from the text, without code generation:
 * ```ts
 * const Titles = graphql('query Titles($first: Int) { reports(first: $first) { nodes { id title } } }');
 * const { reports } = await client.execute(Titles, { first: 10 });
 * ```
 * Fragments that it spreads are given along, those of the SDK (`ClaimCard` …) and your own: `graphql('query … { …ClaimCard }', [ClaimCard])`.
 */
export function graphql<
  const Text extends string,
  const Fragments extends readonly FragmentShape[] = [],
>(text: Text, fragments?: Fragments): Typed<Text, Fragments> {
  const spreads = new Set(
    (fragments as readonly Fragment<string, string, unknown>[] | undefined)?.flatMap((each) => [
      each,
      ...each.spreads,
    ]),
  );
  // Comments and strings may hold anything.
  const bare = text.replace(/"""[\s\S]*?"""|"(\\.|[^"\\])*"|#.*/g, ' ');
  const [, word, name = ''] = /^\s*(\w*)\s*(\w*)/.exec(bare)!;
  if (word === 'fragment') return { text, spreads: [...spreads] } as never;
  const whole = [text, ...[...spreads].map((each) => each.text)].join('\n');
  return {
    kind: (word || 'query') as OperationKind,
    name,
    text: whole,
    hash: () => sha256(whole),
  } as never;
}

/** The SHA-256 of a text; undefined on a page that came over plain http from elsewhere, where browsers keep `crypto.subtle` from it. */
async function sha256(text: string): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return (
    digest &&
    Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  );
}
