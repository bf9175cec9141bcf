/**
 * Queries of your own, typed from their text. The types come from gql.tada (MIT licence); none of
 * its code runs.
 */
import type { Fragment } from './fragment.ts';
import type { Introspection, Scalars } from './generated/introspection.ts';
import type {
  addIntrospectionScalars,
  FragmentShape,
  getDocumentNode,
  getFragmentsOfDocuments,
  parseDocument,
} from './generated/tada.ts';
import type { WithBrandedIds } from './id-variables.ts';
import type { Mistakes } from './mistakes.ts';
import type { Operation, OperationKind } from './operation.ts';
import { sha256 } from './sha256.ts';

export type { Fragment, FragmentData } from './fragment.ts';
export * from './generated/fragments.ts';

type Schema = addIntrospectionScalars<Introspection, Scalars>;

/**
 * The type of a GraphQL text: an operation, a fragment, or an error that names the mistakes in it.
 */
export type Typed<Text extends string, Fragments extends readonly FragmentShape[]> = TypedDocument<
  parseDocument<Text>,
  Fragments extends readonly [] ? Record<never, never> : getFragmentsOfDocuments<Fragments>
>;

type TypedDocument<Document, Fragments extends Record<string, unknown>> = [Document] extends [never]
  ? { readonly error: 'This text is not a GraphQL operation or fragment.' }
  : Document extends { definitions: infer Definitions extends readonly unknown[] }
    ? Mistakes<Definitions, Fragments> extends infer Mistake
      ? [Mistake] extends [never]
        ? TypedDefinition<
            Definitions[0],
            getDocumentNode<
              { kind: 'Document'; definitions: WithBrandedIds<Definitions> },
              Schema,
              Fragments,
              true
            >
          >
        : // A template, so that compilers show the messages rather than the name of their type.
          { readonly error: `${Mistake & string}` }
      : never
    : never;

type TypedDefinition<Definition, Node> = Node extends {
  __apiType?: (variables: infer Variables) => infer Data;
}
  ? Definition extends { operation: infer Kind extends OperationKind }
    ? Operation<Data, Variables, Kind>
    : Definition extends {
          name: { value: infer Name extends string };
          typeCondition: { name: { value: infer On extends string } };
        }
      ? Fragment<Name, On, Data>
      : never
  : never;

/**
 * Makes an operation or a fragment from its text. Variables and data are typed from the text,
 * without code generation:
 * ```ts
 * const Titles = graphql('query Titles($first: Int) { reports(first: $first) { nodes { id title } }
 * }'); const { reports } = await client.execute(Titles, { first: 10 });
 * ```
 * Pass the fragments that the text spreads, the SDK's (`ClaimCard` …) and your own:
 * ```ts
 * const Newest = graphql('{ claims(first: 5) { nodes { ...ClaimCard } } }', [ClaimCard]);
 * ```
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
  // Comments and strings could contain keywords.
  const code = text.replace(/"""[\s\S]*?"""|"(\\.|[^"\\])*"|#.*/g, ' ');
  const [, keyword, name = ''] = /^\s*(\w*)\s*(\w*)/.exec(code)!;
  if (keyword === 'fragment') return { text, spreads: [...spreads] } as never;
  const document = [text, ...[...spreads].map((each) => each.text)].join('\n');
  return {
    kind: (keyword || 'query') as OperationKind,
    name,
    text: document,
    hash: () => sha256(document),
  } as never;
}
