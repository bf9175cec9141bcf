import { poolOf } from '../database/data-source.ts';
import type { Api } from '../testing/api.ts';
import { recordNames, recordTypes } from '../values/record-types.ts';

/** Every row of every table of the ledger as text, as a dump has it. */
export async function dumpOf(api: Pick<Api, 'database'>): Promise<string> {
  const client = await poolOf(api.database).connect();
  try {
    const { rows: tables } = await client.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`select t::text as row from ${name} t`);
      texts.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    return texts.join('\n');
  } finally {
    client.release();
  }
}

/** What differs from what the log commits to: nothing, unless somebody altered it. */
export async function faultsOfLog({ database }: Pick<Api, 'database'>): Promise<unknown[]> {
  const faults: unknown[] = await database.query('select * from broken_writes()');
  for (const type of recordNames)
    faults.push(
      ...(await database.query(
        'select * from committed_versions($1) c where c.digest is distinct from c.present_digest',
        [recordTypes[type].enum],
      )),
    );
  return faults;
}

/** The lines of a text that match. */
export const linesWith = (text: string, pattern: RegExp): string[] =>
  text.split('\n').filter((line) => pattern.test(line));

interface ProtectedAnswer {
  source: { id: string; name: string; version: number };
  namedTexts: { count: number; first: { recordId: string; field: string }[] };
}

/** Changes the protection of a source. */
export async function protectSource(
  api: Pick<Api, 'data'>,
  id: string,
  protection = 'PROTECTED',
): Promise<ProtectedAnswer> {
  const { source } = await api.data('query ($id: ID!) { source(id: $id) { version } }', { id });
  const { updateSource } = await api.data(
    `mutation ($id: ID!, $version: Int!, $protection: Protection!) {
      updateSource(
        id: $id, expectedVersion: $version, rationale: "The desk decided."
        input: { protection: $protection }
      ) { source { id name version } namedTexts { count first { recordId field } } }
    }`,
    { id, version: source.version, protection },
  );
  return updateSource;
}
