import type { Api } from './api.ts';

type Input = Record<string, unknown>;

/** Writes records through the API with as little said as can be; `input` says the rest. Each answers with the record's id. */
export const fixtures = (api: Api) => {
  const create = async (type: string, input: Input): Promise<string> => {
    const field = type.toLowerCase();
    const data = await api.data(`mutation ($input: Create${type}Input!) { made: create${type}(input: $input) { ${field} { id } } }`, {
      input,
    });
    return data.made[field].id;
  };
  const named = (text: string) => ({ names: [{ text, kind: 'PRIMARY' }] });
  const aSource = (name = 'A source', input: Input = {}) => create('Source', { kind: 'PERSON', ...named(name), ...input });
  const aFaction = (name = 'A faction', input: Input = {}) => create('Faction', { kind: 'REBEL_GROUP', ...named(name), ...input });
  const aLocation = (name = 'A place', input: Input = {}) => create('Location', { kind: 'COMMUNITY', ...named(name), ...input });
  const aReport = (input: Input = {}) => create('Report', { kind: 'ARTICLE', title: 'A report', ...input });
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
