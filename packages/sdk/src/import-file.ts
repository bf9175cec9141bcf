import type { Client } from './client.ts';
import { callForFile, type FileCallOptions, type FileResponse } from './file-call.ts';
import { linesOf } from './lines.ts';
import { type FileBody, uploadOf } from './upload.ts';

/** A format that the server imports. */
export type ImportFormat = 'ucdp' | 'acled' | 'gazetteer' | 'jsonl' | 'csv';

/** How far an import is. */
export interface ImportProgress {
  /** The bytes that were sent. In a page, they are sent at once. */
  readonly sentBytes: number;
  /** The bytes of the file. Undefined: a stream does not say how long it is. */
  readonly totalBytes: number | undefined;
  /** The rows that the server has imported or refused. */
  readonly rows: number;
  /** The rows of the file. Undefined: the server has not read it to its end yet. */
  readonly totalRows: number | undefined;
}

/** The options of an import. */
export interface ImportOptions extends FileCallOptions {
  /** For `csv`: which column means what, see the JSON Schema of mappings. */
  readonly mapping?: object | undefined;
  /** The release of the data set. Default: the one in the name of the file. */
  readonly release?: string | undefined;
  /** The name of the file in problems and histories. Default: `upload`, or that of a `File`. */
  readonly file?: string | undefined;
  /** Reports what would happen, and changes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Imports rows again that are the same as last time. What people decided stays all the same. */
  readonly force?: boolean | undefined;
  /** The encoding, such as `windows-1256`. Default: UTF-8, or by the byte order mark. */
  readonly encoding?: string | undefined;
  /** The sheet of a workbook. Default: the first that has rows. */
  readonly sheet?: string | undefined;
  /** Called while the file is sent, and while it is imported. Its errors are ignored. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** The longest time that the import may take, in milliseconds. Default: no limit. */
  readonly timeoutMs?: number | undefined;
}

/** Numbers of records by the plural of their type. */
export type RecordCounts = Readonly<
  Record<'reports' | 'sources' | 'factions' | 'locations' | 'claims', number>
>;

/** A problem with a row of the file. */
export interface ImportProblem {
  /** The name of the file. */
  readonly file: string;
  /** The line that the row begins on, from 1. 0: the file as a whole. */
  readonly line: number;
  /** A code in capitals, such as `BAD_DATE`. */
  readonly kind: string;
  /** The column, by its header. Null: the row as a whole. */
  readonly column: string | null;
  /** What the file has there. Null: nothing. */
  readonly value: string | null;
  /** What is wrong, and what was done about it. */
  readonly reason: string;
  /** Whether the row was refused. Otherwise it was imported without what is wrong. */
  readonly refused: boolean;
}

/** What an import did. `rowsRead` is always `rowsImported` + `rowsRefused`. */
export interface ImportReport {
  /** The number of rows in the file. */
  readonly rowsRead: number;
  /** The number of rows that were imported, perhaps without what is wrong in them. */
  readonly rowsImported: number;
  /** The number of rows that were refused. */
  readonly rowsRefused: number;
  /** How many records are new. */
  readonly created: RecordCounts;
  /** How many records have changed. */
  readonly changed: RecordCounts;
  /** How many records were the same already. */
  readonly unchanged: RecordCounts;
  /** Values that a person decided and the file says otherwise. They are in the review list. */
  readonly conflicts: number;
  /** How often each kind of problem occurred. */
  readonly problems: Readonly<Record<string, number>>;
  /** The first 1,000 problems. */
  readonly firstProblems: readonly ImportProblem[];
}

/**
 * Imports a file: a text, bytes, a `File` or a stream, packed or not. Importing it again changes
 * nothing, so an import that failed or was aborted can be repeated.
 * ```ts
 * const report = await importFile(client, 'csv', file, { mapping, onProgress: console.log });
 * ```
 * @throws SdkError of kind `badInput` if the file as a whole is wrong. Then nothing was changed.
 */
export async function importFile(
  client: Client,
  format: ImportFormat,
  body: FileBody,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { mapping, release, file, dryRun, force, encoding, sheet, onProgress, ...call } = options;
  let progress: ImportProgress = {
    sentBytes: 0,
    totalBytes: undefined,
    rows: 0,
    totalRows: undefined,
  };
  const tell = (news: Partial<ImportProgress>) => {
    progress = { ...progress, ...news };
    try {
      onProgress?.(progress);
    } catch {}
  };
  const upload = await uploadOf(body, tell);
  return callForFile(
    client,
    {
      kind: 'mutation',
      name: 'importFile',
      path: `import/${format}`,
      parameters: {
        map: mapping && JSON.stringify(mapping),
        release,
        file: file ?? upload.name,
        dryRun,
        force,
        encoding,
        sheet,
      },
      init: {
        ...upload.init,
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          accept: 'application/x-ndjson, application/json',
        },
      },
      read: (response) => readReport(response, tell),
    },
    { timeoutMs: Number.POSITIVE_INFINITY, ...call },
  );
}

/** Reads the lines of progress, and then the report or the errors. */
async function readReport(
  response: FileResponse,
  onProgress: (progress: { rows: number; totalRows: number }) => void,
): Promise<string> {
  const isInLines = response.headers.get('content-type')?.includes('ndjson');
  if (!isInLines || !response.body) return `{"data":${await response.text()}}`;
  for await (const line of linesOf(response.body)) {
    const content = JSON.parse(line);
    if (content.errors) return line;
    if (content.report) return JSON.stringify({ data: content.report });
    onProgress(content);
  }
  throw new Error('the server broke off the import');
}
