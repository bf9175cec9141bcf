import { type Path, Refusal } from './errors.ts';

/** A bound of what one request may ask for. */
export interface Limit {
  max: number;
  /** What is counted, as it follows a number: "fields". */
  counted: string;
  /** What it applies to, for the documentation. */
  scope: string;
  /** What to do instead. */
  advice: string;
}

const operation = 'an operation, with its fragments';

/**
 * Every bound of what one request may ask for. Checks, messages and docs/limits.md come from here.
 * The operations of the SDK, of the tours and of the examples pass all of them.
 */
export const limits = {
  tokens: {
    max: 5_000,
    counted: 'tokens',
    scope: 'a document: all its operations and fragments',
    advice: 'Send fewer operations in one document, and pass values as variables.',
  },
  depth: {
    max: 12,
    counted: 'levels of fields',
    scope: operation,
    advice: 'Ask for the inner records in a second operation, by their ids.',
  },
  fields: {
    max: 1_000,
    counted: 'fields',
    scope: `${operation}: a fragment counts wherever it is used`,
    advice: 'Split the operation up.',
  },
  aliases: {
    max: 30,
    counted: 'aliases',
    scope: operation,
    advice: 'Use a filter with several ids or names, or split the operation up.',
  },
  directives: {
    max: 20,
    counted: 'directives',
    scope: operation,
    advice: 'Put fields that belong together into one fragment with one directive.',
  },
  introspectionDepth: {
    max: 20,
    counted: 'levels of fields of the schema',
    scope: 'introspection, apart from the depth of an operation',
    advice: 'Use the introspection query of a GraphQL library.',
  },
  introspectionFields: {
    max: 500,
    counted: 'fields of the schema',
    scope: 'introspection, apart from the fields of an operation',
    advice: 'Use the introspection query of a GraphQL library, once.',
  },
  typedFields: {
    max: 2_000,
    counted: 'fields',
    scope: 'a root field, where a field of an interface counts for each type that it may have',
    advice: 'Split the operation up.',
  },
  filterDepth: {
    max: 4,
    counted: 'levels of `and`, `or` and `not`',
    scope: 'a filter',
    advice: 'Write the filter flatter: keys beside each other must all match.',
  },
  filterConditions: {
    max: 100,
    counted: 'conditions',
    scope: 'a filter',
    advice: 'Use lists of values, or send several operations.',
  },
  listItems: {
    max: 100,
    counted: 'items',
    scope: 'a list in an argument, other than the positions of a geometry',
    advice: 'Send the rest in another operation.',
  },
  pageSize: {
    max: 100,
    counted: 'items',
    scope: 'a page: `first` or `last`, from 1',
    advice: 'Ask for the rest with the cursor.',
  },
  buckets: {
    max: 1_000,
    counted: 'buckets',
    scope: 'the `first` of `claimStats`, from 1',
    advice: 'Count by less, or count parts of the claims by a filter.',
  },
  marks: {
    // With the fields that the page selects, this many are less than 1 MB.
    max: 4_000,
    counted: 'marks',
    scope: 'the `first` of `claimMarks`, from 1',
    advice: 'Distinguish less, or count parts of the claims by a filter.',
  },
  readerBody: {
    max: 256_000,
    counted: 'bytes',
    scope: 'the body of a GraphQL request of a reader or of an anonymous viewer',
    advice: 'Send fewer or shorter values, or a key whose role may write.',
  },
  writerBody: {
    max: 4_000_000,
    counted: 'bytes',
    scope: 'the body of a GraphQL request of a viewer who may write',
    advice: 'Split the request up, or import a file.',
  },
} satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** How a refusal words a limit. */
export function wordLimit(name: LimitName, value: number | string, max = limits[name].max): string {
  const { counted, scope, advice } = limits[name];
  const subject = scope.replace(/[,:].*$/, '');
  return `There are ${value} ${counted} in ${subject}; at most ${max} are allowed. ${advice}`;
}

/** Refuses a request that exceeds a limit. `extensions` name the limit, its bound and the value. */
export const limitExceeded = (name: LimitName, value: number, max = limits[name].max): Refusal =>
  refuseExcess(name, value, wordLimit(name, value, max), max);

/** The same where counting ends at the limit: the value is one more than it. */
export const uncountedExcess = (name: LimitName, max = limits[name].max): Refusal =>
  refuseExcess(name, max + 1, wordLimit(name, `more than ${max}`, max), max);

function refuseExcess(name: LimitName, value: number, message: string, max: number): Refusal {
  const isBody = name === 'readerBody' || name === 'writerBody';
  const code = isBody ? 'BAD_USER_INPUT' : 'QUERY_TOO_COMPLEX';
  return new Refusal(code, message, [], { limit: { name, max, value } });
}

/** The same for a part of an argument. */
export function argumentExceeds(
  name: LimitName,
  value: number,
  path: Path,
  message = wordLimit(name, value),
): Refusal {
  const limit = { name, max: limits[name].max, value };
  return new Refusal('BAD_USER_INPUT', message, [{ path, message }], { limit });
}

const inWords = new Intl.NumberFormat('en');

/** The limits as a table of docs/limits.md. */
export const limitsTable = (): string =>
  [
    '| limit | at most | of what | what to do |',
    '|---|---|---|---|',
    ...Object.entries<Limit>(limits).map(
      ([name, { max, counted, scope, advice }]) =>
        `| \`${name}\` | ${inWords.format(max)} ${counted} | ${scope} | ${advice} |`,
    ),
  ].join('\n');
