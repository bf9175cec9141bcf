import { parse } from 'csv-parse/sync';
import type { ExportRequest } from '../export/format.ts';
import { jsonl } from '../export/jsonl.ts';
import { ledgerSnapshotOn } from '../export/ledger-snapshot.ts';
import { schemaOf } from '../schema.ts';
import type { Api } from './api.ts';

/** The response to a request for an export. A string is sent as the filter unchanged. */
export async function getExport(
  api: Api,
  format: string,
  filter?: unknown,
  headers: Record<string, string> = {},
) {
  const address = new URL(`/export/${format}`, api.url);
  if (filter !== undefined)
    address.searchParams.set(
      'filter',
      typeof filter === 'string' ? filter : JSON.stringify(filter),
    );
  const response = await fetch(address, { headers: { 'accept-encoding': 'identity', ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The text of an export. Throws when the server refuses it. */
export async function exportText(api: Api, format: string, filter?: unknown): Promise<string> {
  const { status, text } = await getExport(api, format, filter);
  if (status !== 200) throw new Error(text);
  return text;
}

/** The rows of a CSV file with a header, each by column name. */
export const csvRows = (text: string): Record<string, string>[] => parse(text, { columns: true });

/** The rows of a CSV file, each a list of cells. */
export const cells = (text: string): string[][] => parse(text);

/** The parsed lines of a JSONL export. */
export const linesOf = (text: string): any[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** The ledger as jsonl with the identities of protected sources. Only the command line has it. */
export async function exportWithIdentities(
  api: Api,
  filter?: ExportRequest['filter'],
): Promise<string> {
  const runner = api.database.createQueryRunner();
  const client = await runner.connect();
  await client.query('begin isolation level repeatable read read only');
  const ledger = ledgerSnapshotOn(client, await schemaOf(), () => {
    throw new Error('jsonl reads the tables directly.');
  });
  let text = '';
  try {
    for await (const chunk of jsonl.write(ledger, { filter, withIdentities: true }))
      text += chunk.text;
  } finally {
    await client.query('rollback');
    await runner.release();
  }
  return text;
}
