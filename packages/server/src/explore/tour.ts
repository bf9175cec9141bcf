import {
  type DefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  separateOperations,
  TokenKind,
} from 'graphql';
import { countingTour } from './tours/counting.ts';
import { findingTour } from './tours/finding.ts';
import { sampleTour } from './tours/sample.ts';
import { writingTour } from './tours/writing.ts';

/** Questions on one topic: each is an operation, with the question as its comment. */
export interface Tour {
  /** Names the tour in URLs. */
  key: string;
  title: string;
  document: string;
  /**
   * The variables of all operations. Ids differ from one installation to the next, so records are
   * found by their ids in other systems, or by their names in the sample report.
   */
  variables: Record<string, unknown>;
  /** Headers of the requests, beside those that every request has. */
  headers?: Record<string, string>;
}

/** The tours. Each fits in the URL by which Sandbox receives it; a further topic is a new tour. */
export const tours: readonly Tour[] = [sampleTour, countingTour, findingTour, writingTour];

/** One question of a tour: its text with the fragments it uses, and the variables it takes. */
export interface TourQuestion {
  name: string;
  query: string;
  variables: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** The operations of all tours, in the order of their documents. */
export const tourQuestions = (): TourQuestion[] => tours.flatMap(questionsOf);

function questionsOf(tour: Tour): TourQuestion[] {
  const document = parse(tour.document);
  const operations = document.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const documents = separateOperations(document);
  const textOf = textIn(tour.document);
  return operations.map((operation) => {
    const name = operation.name?.value ?? '';
    const fragments = documents[name]?.definitions.filter((each) => each !== operation) ?? [];
    const used = new Set(operation.variableDefinitions?.map((each) => each.variable.name.value));
    return {
      name,
      query: [operation, ...fragments].map(textOf).join('\n\n'),
      variables: Object.fromEntries(
        Object.entries(tour.variables).filter(([key]) => used.has(key)),
      ),
      ...(tour.headers && { headers: tour.headers }),
    };
  });
}

/** The source text with the comment above it. Printing would lose the comment and the layout. */
const textIn =
  (document: string) =>
  ({ loc }: DefinitionNode): string => {
    const before = loc?.startToken.prev;
    const start = before?.kind === TokenKind.COMMENT ? before.start : loc?.start;
    return document.slice(start, loc?.end);
  };
