import type { Api } from '../testing/api.ts';
import type { refused } from '../testing/fixtures.ts';
import type { Issue } from '../values/errors.ts';

export const mutation = `mutation ($input: RecordReportInput!) {
  recordReport(input: $input) {
    report { id publisher { id } authors { id } dateline { id } reprintOf { id } }
    claims {
      attributions { chain { source { id } report { id } } }
      places { location { id } } parties { faction { id } } citations { report { id } }
      quantities { of { faction { id } } }
    }
    warnings { code recordId message }
  }
}`;

export type Input = Record<string, unknown>;

/** A report with one claim, whose speaker is the given source. */
export const input = (source: Input, claim: Input = {}, report: Input = {}) => ({
  input: {
    report: { kind: 'ARTICLE', title: 'A report', ...report },
    claims: [
      { statement: 'So.', kind: 'OTHER', attributions: [{ chain: [{ source }] }], ...claim },
    ],
  },
});
export const speakerPath = 'input.claims.0.attributions.0.chain.0.source';

export const names = (...texts: string[]) =>
  texts.map((text, i) => ({ text, kind: i === 0 ? 'PRIMARY' : 'ALIAS' }));

/** The issue at a path of a refused request, with its candidates. */
export const issueAt = ({ errors }: Awaited<ReturnType<typeof refused>>, path: string) =>
  errors![0]!.extensions.issues!.find((issue) => issue.path.join('.') === path) as Required<Issue>;

export const withdraw = (api: Api, type: string, id: string) =>
  api.data(
    `mutation ($id: ID!) {
      withdraw${type}(id: $id, expectedVersion: 1, rationale: "Mistaken.") { warnings { code } }
    }`,
    { id },
  );
