import { poolOf } from '../database/data-source.ts';
import type { Api } from '../testing/api.ts';

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

/** The lines of a text that match. */
export const linesWith = (text: string, pattern: RegExp): string[] =>
  text.split('\n').filter((line) => pattern.test(line));

/** Changes the protection of a source. */
export const protectSource = (
  api: Pick<Api, 'data'>,
  id: string,
  protection = 'PROTECTED',
  headers: Record<string, string> = {},
) =>
  api
    .data(
      `mutation ($id: ID!, $version: Int!, $input: UpdateSourceInput!) {
        updateSource(id: $id, expectedVersion: $version, input: $input, rationale: "Decided.") {
          source { id name version } namedTexts { count first { recordId field } }
        }
      }`,
      { id, version: 1, input: { protection } },
      headers,
    )
    .then(({ updateSource }) => updateSource);
