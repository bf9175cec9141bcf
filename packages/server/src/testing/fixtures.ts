import { expect } from '@jest/globals';
import type { Answer, Api } from './api.ts';

type Input = Record<string, unknown>;

/**
 * Functions that write a record through the API and return its id. A record has only the required
 * fields and those in `input`.
 */
export const fixtures = (api: Api) => {
  const create = async (type: string, input: Input): Promise<string> => {
    const field = type.toLowerCase();
    const { payload } = await api.data(
      `mutation ($input: Create${type}Input!) {
        payload: create${type}(input: $input) { ${field} { id } }
      }`,
      { input },
    );
    return payload[field].id;
  };
  const namesOf = (text: string) => ({ names: [{ text, kind: 'PRIMARY' }] });
  const aSource = (name = 'A source', input: Input = {}) =>
    create('Source', { kind: 'PERSON', ...namesOf(name), ...input });
  const aFaction = (name = 'A faction', input: Input = {}) =>
    create('Faction', { kind: 'REBEL_GROUP', ...namesOf(name), ...input });
  const aLocation = (name = 'A place', input: Input = {}) =>
    create('Location', { kind: 'COMMUNITY', ...namesOf(name), ...input });
  const aReport = (input: Input = {}) =>
    create('Report', { kind: 'ARTICLE', title: 'A report', ...input });
  /** A claim with one speaker. Creates its report and source by default. */
  const aClaim = async ({ sourceId, ...input }: Input = {}): Promise<string> => {
    const reportId = input.reportId ?? (await aReport());
    const speaker = sourceId ?? (await aSource());
    return create('Claim', {
      reportId,
      statement: 'Something is said.',
      kind: 'OTHER',
      attributions: [{ chain: [{ sourceId: speaker }] }],
      ...input,
    });
  };
  return { aSource, aFaction, aLocation, aReport, aClaim };
};

/** The error of a refusal. */
export interface Blame {
  code: string;
  /** The path of the field to blame, such as `input.places.0.locationId`. */
  path: string;
  /** The HTTP status, by default 200. */
  status?: number;
}

/** SQL, paths and stack traces, which no error message may contain. */
const internals = new RegExp(
  [
    '\\b(select|insert|update|from|where)\\b.*\\b(claim|report|location|source|faction)_',
    'QueryFailed|violates|constraint|_check\\b',
    'node_modules|\\.ts\\b|\\.js\\b|\\bat [\\w.]+ \\(|/packages/',
  ].join('|'),
  'i',
);

/**
 * Expects the operation to be refused with this code, blaming this field. The refusal must write
 * nothing and must not expose internals.
 */
export async function refused(
  api: Api,
  blame: Blame,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const countWrites = () =>
    api.database.query(`
      select (select count(*) from write_log) as writes,
        (select count(*) from revision) as revisions`);
  const before = await countWrites();
  const answer = await api.ask(query, variables, headers);
  const [error] = answer.errors ?? [];
  const paths = error?.extensions.issues?.map(({ path }) => path.join('.')) ?? [];
  expect({
    status: answer.status,
    code: error?.extensions.code,
    paths,
    message: error?.message,
  }).toEqual({
    status: blame.status ?? 200,
    code: blame.code,
    paths: expect.arrayContaining([blame.path]),
    message: expect.not.stringMatching(internals),
  });
  expect(await countWrites()).toEqual(before);
  return answer;
}
