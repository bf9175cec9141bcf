import { parse } from 'graphql';
import type { Coverage } from './coverage.ts';
import type { Operation } from './model.ts';
import { sorted } from './order.ts';
import type { Expected, Reference } from './reference.ts';

interface ReportedError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: {
    code?: string;
    issues?: { path: readonly (string | number)[] }[];
    limit?: object;
  };
}

/** The text of an HTTP response, split without parsing its data. */
interface Answer {
  data: string | undefined;
  errors: readonly ReportedError[];
  text: string;
}

export type Send = (operation: Operation) => Promise<string>;

export const sender =
  (url: string): Send =>
  async (operation) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(operation),
    });
    return response.text();
  };

/** Splits the text into errors, as `JSON.stringify` writes them, and the untouched data. */
function read(text: string): Answer {
  if (text.startsWith('{"data":')) return { data: text.slice(8, -1), errors: [], text };
  const { errors } = JSON.parse(text) as { errors: ReportedError[] };
  const head = `{"errors":${JSON.stringify(errors)}`;
  if (text === `${head}}`) return { data: undefined, errors, text };
  if (!text.startsWith(`${head},"data":`))
    throw new Error(`This is not a response: ${text.slice(0, 500)}`);
  return { data: text.slice(head.length + 8, -1), errors, text };
}

/** Code and path of an error, and the arguments that it names, if any. */
const blame = ({ path = [], extensions }: ReportedError) => ({
  what: `${extensions?.code ?? 'BAD_USER_INPUT'} at ${path.join('.') || 'the request'}`,
  who: extensions?.issues?.map((issue) => issue.path.join('.')),
});
type Blame = ReturnType<typeof blame>;

/**
 * The server may report one of several mistakes. In the reference, refusals by graphql-js itself
 * name no argument.
 */
const sameBlame = (actual: Blame, wanted: Blame): boolean =>
  actual.what === wanted.what &&
  (!wanted.who ||
    actual.what.endsWith(' at the request') ||
    (actual.who ?? []).every((each) => wanted.who!.includes(each)));

const exceedsLimit = ({ extensions }: ReportedError): boolean => extensions?.limit !== undefined;

const lines = (errors: readonly Blame[]): string =>
  errors.map(({ what, who }) => `\n  ${what}, for ${who?.join(' and ')}`).join('');

const sides = 300;

const around = (text: string | undefined, at: number) =>
  text === undefined ? 'no data' : text.slice(Math.max(0, at - sides), at + sides);

function differences(actual: Answer, expected: Expected): string | undefined {
  const [got, wanted] = [actual.errors, expected.errors as readonly ReportedError[]].map((errors) =>
    sorted(errors.map(blame), ({ what }) => what),
  ) as [Blame[], Blame[]];
  // If an argument of one root field exceeds a limit, nothing of the others is executed.
  const isRefused = actual.data === undefined && actual.errors.some(exceedsLimit);
  // Nothing is executed either way: which of several mistakes is named does not matter.
  if (isRefused && expected.data === undefined) return undefined;
  // If all data is lost, the first error ends the request.
  const lost = expected.data === 'null' || isRefused;
  const same = lost
    ? got.length > 0 &&
      (!isRefused || got.length === 1) &&
      got.every((each) => wanted.some((other) => sameBlame(each, other)))
    : got.length === wanted.length && got.every((each, i) => sameBlame(each, wanted[i]!));
  if (!same)
    return [
      `errors:${lines(got)}`,
      ...actual.errors.map(({ message }) => `  ${message}`),
      `the reference:${lines(wanted)}`,
    ].join('\n');
  if (isRefused || actual.data === expected.data) return undefined;
  let at = 0;
  while (actual.data?.[at] === expected.data?.[at]) at += 1;
  return [
    `data, around character ${at}:`,
    `  …${around(actual.data, at)}…`,
    'the reference:',
    `  …${around(expected.data, at)}…`,
  ].join('\n');
}

/** Asks the server and the reference, and fails where they differ. */
export async function compare(
  operation: Operation,
  send: Send,
  reference: Reference,
  coverage: Coverage,
): Promise<void> {
  const document = parse(operation.query);
  const [text, expected] = await Promise.all([
    send(operation),
    reference.answer(document, operation.variables, operation.operationName, coverage.witness),
  ]);
  const answer = read(text);
  const found = differences(answer, expected);
  if (found)
    throw new Error(
      `${operation.query}\nvariables: ${JSON.stringify(operation.variables)}\n\n${found}\n`,
    );
  coverage.document(document);
  note(answer, coverage);
}

/** Records which kind of response it was. */
function note({ data, errors, text }: Answer, coverage: Coverage): void {
  for (const { extensions } of errors) coverage.note(extensions!.code!);
  if (data === 'null') coverage.note('data is null');
  if (data === undefined) coverage.note('refused as a whole');
  if (errors.length > 0 && data !== undefined && data !== 'null')
    coverage.note('an error beside data');
  for (const sign of ['hasNextPage', 'hasPreviousPage'])
    if (text.includes(`"${sign}":true`)) coverage.note(sign);
}
