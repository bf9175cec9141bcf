import type { Api } from '../../testing/api.ts';
import { fileOf, importPath, ucdpFile } from '../ingest.testing.ts';

/** Imports rows as a file of release 31.1. */
export const importEvents = (api: Api, ...events: Record<string, string>[]) =>
  importPath(api, 'ucdp', fileOf(ucdpFile(...events)), { release: '31.1' });

/** The claim of an event. */
export async function claimOf(api: Api, id: string) {
  const { record } = await api.data(
    `query ($id: ExternalIdInput!) {
      record(type: CLAIM, externalId: $id) {
        ... on Claim {
          statement
          citations { report { id title kind publisher { name } published { edtf } } }
          attributions { chain { capacity verb source { name kind } } }
          places { asWritten location { name kind parent { name kind } } }
          parties { faction { id name kind } }
          importIssues { kind column value }
        }
      }
    }`,
    { id: { system: 'ucdp-event', value: id } },
  );
  return record;
}
