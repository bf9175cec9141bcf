import { parse } from 'csv-parse/sync';
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
