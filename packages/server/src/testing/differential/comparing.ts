import { parse } from 'graphql';
import type { Coverage } from './coverage.ts';
import type { Operation } from './model.ts';
import type { Expected, Reference } from './reference.ts';

interface Told {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; issues?: { path: readonly (string | number)[] }[] };
}

/** The text of an answer over HTTP, taken apart without reading its data. */
interface Answer {
  data: string | undefined;
  errors: readonly Told[];
  text: string;
}

export type Send = (operation: Operation) => Promise<string>;

export const sender =
  (url: string): Send =>
  async (operation) => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(operation) });
    return response.text();
  };

/** Takes the text apart where it must come apart: errors as `JSON.stringify` writes them, then the data, untouched. */
function read(text: string): Answer {
  if (text.startsWith('{"data":')) return { data: text.slice(8, -1), errors: [], text };
  const { errors } = JSON.parse(text) as { errors: Told[] };
  const head = `{"errors":${JSON.stringify(errors)}`;
  if (text === `${head}}`) return { data: undefined, errors, text };
  if (!text.startsWith(`${head},"data":`)) throw new Error(`This is no answer: ${text.slice(0, 500)}`);
  return { data: text.slice(head.length + 8, -1), errors, text };
}

/** Code, path, and which arguments are to blame; of what graphql-js itself refuses, the first two. */
const blame = ({ path = [], extensions }: Told): string => {
  const code = extensions?.code ?? 'BAD_USER_INPUT';
  const issues = extensions?.issues?.map((issue) => issue.path.join('.')) ?? [];
  return `${code} at ${path.join('.') || 'the request'}${path.length > 0 ? `, for ${[...new Set(issues)].sort().join(' and ')}` : ''}`;
};

const sides = 300;

const around = (text: string | undefined, at: number) => (text === undefined ? 'no data' : text.slice(Math.max(0, at - sides), at + sides));

function differences(actual: Answer, expected: Expected): string | undefined {
  const [got, wanted] = [actual.errors, expected.errors as readonly Told[]].map((errors) => errors.map(blame).sort());
  // Where the whole data is lost, the first error that is heard ends the request.
  const lost = expected.data === 'null';
  const same = lost ? got!.length > 0 && got!.every((each) => wanted!.includes(each)) : got!.join('\n') === wanted!.join('\n');
  if (!same)
    return `errors:\n  ${got!.join('\n  ')}\n  ${actual.errors.map(({ message }) => message).join('\n  ')}\nthe reference:\n  ${wanted!.join('\n  ')}`;
  if (actual.data === expected.data) return undefined;
  let at = 0;
  while (actual.data?.[at] === expected.data?.[at]) at += 1;
  return `data, around its character ${at}:\n  …${around(actual.data, at)}…\nthe reference:\n  …${around(expected.data, at)}…`;
}

/** Asks both, and fails where they differ. */
export async function compare(operation: Operation, send: Send, reference: Reference, coverage: Coverage): Promise<void> {
  const document = parse(operation.query);
  const [text, expected] = await Promise.all([
    send(operation),
    reference.answer(document, operation.variables, operation.operationName, coverage.witness),
  ]);
  const answer = read(text);
  const found = differences(answer, expected);
  if (found) throw new Error(`${operation.query}\nvariables: ${JSON.stringify(operation.variables)}\n\n${found}\n`);
  coverage.document(document);
  note(answer, coverage);
}

/** What kind of answer it was. */
function note({ data, errors, text }: Answer, coverage: Coverage): void {
  for (const { extensions } of errors) coverage.note(extensions!.code!);
  if (data === 'null') coverage.note('data is null');
  if (data === undefined) coverage.note('refused as a whole');
  if (errors.length > 0 && data !== undefined && data !== 'null') coverage.note('an error beside data');
  for (const sign of ['hasNextPage', 'hasPreviousPage']) if (text.includes(`"${sign}":true`)) coverage.note(sign);
}
