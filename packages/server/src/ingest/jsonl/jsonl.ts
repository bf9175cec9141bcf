import { lineForms } from '../../export/line-forms.ts';
import type { Batch } from '../batch.ts';
import type { ImportFormat, OpenedFile, SourceRow } from '../format.ts';
import { FileRefused, RowRefused } from '../problem.ts';
import { readLines } from '../read/lines.ts';
import { stageLine } from './stage.ts';
import { writes } from './writes.ts';

/** Claimgraph's own form, as its export writes it: ids stay, nothing is matched by name, and what is there becomes as the line has it. */
export const jsonl: ImportFormat = {
  name: 'jsonl',
  description: 'Claimgraph’s own form, as its export writes it',
  read,
  stage: ({ raw }, batch: Batch) => {
    const line = parsed(raw);
    const form = lineForms.find(({ name }) => name === line.type);
    if (!form)
      throw new RowRefused('UNKNOWN_TYPE', 'type', shown(line.type), `A line is one of ${names}.`);
    stageLine(form, line, batch);
  },
  writes,
  exact: true,
};

const names = lineForms.map(({ name }) => name).join(', ');

/** A file whose first line is none of ours is something else. */
async function* read(file: OpenedFile): AsyncGenerator<SourceRow> {
  let first = true;
  for await (const row of readLines(file)) {
    if (first && !isOurs(row.raw))
      throw new FileRefused(
        `${file.name}, line ${row.line}: this is no line of Claimgraph's own form, {"type":"Source","id":"src_…",…}.`,
      );
    first = false;
    yield row;
  }
  if (first) throw new FileRefused(`${file.name} is empty.`);
}

function isOurs(raw: string): boolean {
  try {
    const line = JSON.parse(raw);
    return lineForms.some(({ name }) => name === line?.type);
  } catch {
    return false;
  }
}

function parsed(raw: string): Record<string, unknown> {
  try {
    const line = JSON.parse(raw);
    if (line !== null && typeof line === 'object' && !Array.isArray(line)) return line;
  } catch (error) {
    throw new RowRefused(
      'NO_JSON',
      null,
      raw.slice(0, 200),
      `This is no JSON: ${(error as Error).message}.`,
    );
  }
  throw new RowRefused('NO_JSON', null, raw.slice(0, 200), 'A line is a JSON object.');
}

const shown = (value: unknown): string | null =>
  value === undefined ? null : JSON.stringify(value).slice(0, 200);
