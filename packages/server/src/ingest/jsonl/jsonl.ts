import { lineForms } from '../../export/line-forms.ts';
import { cutText } from '../../values/cut-text.ts';
import type { ImportFormat, OpenedFile, SourceRow } from '../format.ts';
import { FileRefused, RowRefused } from '../problem.ts';
import { readLines } from '../read/lines.ts';
import { stageLine } from './stage-line.ts';
import { jsonlWrites } from './table-writes.ts';
import { jsonExcerpt, maxExcerptLength } from './value.ts';

/**
 * Claimgraph's own format, as its export writes it. Ids stay the same, nothing is matched by name,
 * and existing records become what their line says.
 */
export const jsonl: ImportFormat = {
  name: 'jsonl',
  description: 'Claimgraph’s own format, as its export writes it',
  read: readClaimgraphLines,
  stage({ raw }, batch) {
    const line = parseLine(raw);
    const form = lineForms().find(({ name }) => name === line.type);
    if (!form)
      throw new RowRefused(
        'UNKNOWN_TYPE',
        'type',
        jsonExcerpt(line.type),
        `The type of a line is one of ${lineTypes()}.`,
      );
    stageLine(form, line, batch);
  },
  get writes() {
    return jsonlWrites();
  },
  exact: true,
};

const lineTypes = () =>
  lineForms()
    .map(({ name }) => name)
    .join(', ');

/** Reads lines. If the first one has no known type, the file is something else. */
async function* readClaimgraphLines(file: OpenedFile): AsyncGenerator<SourceRow> {
  let isFirst = true;
  for await (const row of readLines(file)) {
    if (isFirst && !hasKnownType(row.raw))
      throw new FileRefused(
        `${file.name}, line ${row.line}: this is not a line that claimgraph export jsonl writes, ` +
          'such as {"type":"Source","id":"src_…",…}.',
        'WRONG_FORMAT',
      );
    isFirst = false;
    yield row;
  }
  if (isFirst) throw new FileRefused(`${file.name} is empty.`, 'EMPTY_FILE');
}

function hasKnownType(raw: string): boolean {
  try {
    const line = JSON.parse(raw);
    return lineForms().some(({ name }) => name === line?.type);
  } catch {
    return false;
  }
}

function parseLine(raw: string): Record<string, unknown> {
  const refusal = (reason: string) =>
    new RowRefused('NO_JSON', null, cutText(raw, maxExcerptLength), reason);
  let line: unknown;
  try {
    line = JSON.parse(raw);
  } catch (error) {
    throw refusal(`This is not valid JSON: ${(error as Error).message}.`);
  }
  if (line !== null && typeof line === 'object' && !Array.isArray(line)) return { ...line };
  throw refusal('A line must be a JSON object.');
}
