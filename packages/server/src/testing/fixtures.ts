import { expect } from '@jest/globals';
import type { Answer, Api } from './api.ts';

type Input = Record<string, unknown>;

/**
 * Writes records through the API with as little said as can be; `input` says the rest. Each answers
 * with the record's id.
 */
export const fixtures = (api: Api) => {
  const create = async (type: string, input: Input): Promise<string> => {
    const field = type.toLowerCase();
    const data = await api.data(
      `mutation ($input: Create${type}Input!) { made: create${type}(input: $input) { ${field} { id } } }`,
      {
        input,
      },
    );
    return data.made[field].id;
  };
  const named = (text: string) => ({ names: [{ text, kind: 'PRIMARY' }] });
  const aSource = (name = 'A source', input: Input = {}) =>
    create('Source', { kind: 'PERSON', ...named(name), ...input });
  const aFaction = (name = 'A faction', input: Input = {}) =>
    create('Faction', { kind: 'REBEL_GROUP', ...named(name), ...input });
  const aLocation = (name = 'A place', input: Input = {}) =>
    create('Location', { kind: 'COMMUNITY', ...named(name), ...input });
  const aReport = (input: Input = {}) =>
    create('Report', { kind: 'ARTICLE', title: 'A report', ...input });
  /** A claim of one speaker; report and source are made when not given. */
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

/**
 * What a refusal must say: its code and the path of the field to blame,
 * `input.places.0.locationId`.
 */
export interface Blame {
  code: string;
  path: string;
  status?: number;
}

/** Nothing of the house's inside leaves it. */
const inside =
  /\b(select|insert|update|from|where)\b.*\b(claim|report|location|source|faction)_|node_modules|\.ts\b|\.js\b|\bat [\w.]+ \(|QueryFailed|violates|constraint|_check\b|\/packages\//i;

/**
 * Asks for something that must be refused: with this code, blaming this field, and without a trace
 * in the ledger or of the house's inside.
 */
export async function refused(
  api: Api,
  blame: Blame,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const written = () =>
    api.database.query(
      'select (select count(*) from write_log) as log, (select count(*) from revision) as ' +
        'revisions',
    );
  const before = await written();
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
    message: expect.not.stringMatching(inside),
  });
  expect(await written()).toEqual(before);
  return answer;
}
