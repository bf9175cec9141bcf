import type { Api } from '../testing/api.ts';

/** How tests change records and read the review list of a ledger. */
export const reviewOf = (api: Api) => {
  const conflicts = async (filter: object = {}) =>
    (
      await api.data(
        `query ($filter: ImportConflictFilter) {
          importConflicts(filter: $filter, first: 100) {
            nodes { id state field value fileValue format line record { id } }
          }
        }`,
        { filter },
      )
    ).importConflicts.nodes;

  const resolveAll = async (filter: object, choice: 'KEEP' | 'TAKE') =>
    (
      await api.data(
        `mutation ($input: ResolveImportConflictsInput!) {
          resolveImportConflicts(input: $input) { resolved skipped remaining }
        }`,
        { input: { filter, choice, rationale: 'By the rule of the desk.' } },
      )
    ).resolveImportConflicts;

  const update = async (type: string, id: string, input: object) => {
    const { node } = await api.data(
      'query ($id: ID!) { node(id: $id) { ... on Record { version } } }',
      { id },
    );
    await api.data(
      `mutation ($id: ID!, $version: Int!, $input: Update${type}Input!) {
        update${type}(id: $id, expectedVersion: $version, input: $input) { warnings { code } }
      }`,
      { id, version: node.version, input },
    );
  };

  const idOf = async (type: string, system: string, value: string): Promise<string> =>
    (
      await api.data(
        `query ($type: RecordType!, $id: ExternalIdInput!) {
          record(type: $type, externalId: $id) { id }
        }`,
        { type, id: { system, value } },
      )
    ).record.id;

  return { conflicts, resolveAll, update, idOf };
};
