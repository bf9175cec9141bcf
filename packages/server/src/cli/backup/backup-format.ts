import { z } from 'zod';

/**
 * A backup is text, compressed with gzip, and a seal (see `backup-seal.ts`). The text is:
 *
 * - one line of JSON, the {@link BackupHeader};
 * - for each table, a line of JSON `{"table":"claim"}`, its rows as PostgreSQL's COPY writes them,
 *   and the line `\.`;
 * - one line of JSON, the {@link BackupSummary}.
 *
 * So `zcat` shows it, and it can be written and read as a stream.
 */
export const backupFormat = 'claimgraph backup';

/** The version of the format that this version writes, and the newest that it reads. */
export const backupFormatVersion = 1;

/** The line after the rows of a table. COPY writes a backslash in a value as two. */
export const endOfRows = '\\.\n';

/** What is read of any backup, of newer formats too. */
const anyHeader = z.object({
  format: z.literal(backupFormat),
  formatVersion: z.int().positive(),
  product: z.string(),
});

const header = anyHeader.extend({
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  /** The migrations of the database, in the order in which they ran. */
  migrations: z.array(z.string()).min(1),
  /** The last write of the log; null if there is none. */
  lastWrite: z
    .object({ seq: z.string().regex(/^\d+$/), at: z.string(), hash: z.string() })
    .nullable(),
  /** The tables, in the order in which they follow. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
  /** The sequences, by the column that they number. */
  sequences: z.array(
    z.object({
      table: z.string(),
      column: z.string(),
      value: z.string().regex(/^\d+$/),
      isCalled: z.boolean(),
    }),
  ),
});

const summary = z.object({
  end: z.literal(true),
  tables: z.array(z.object({ name: z.string(), rows: z.int().min(0), sha256: z.string() })),
});

/** The first line of a backup: what it holds, and of which version it is. */
export type BackupHeader = z.infer<typeof header>;

/** The last line of a backup: the number of rows of each table, and their SHA-256. */
export type BackupSummary = z.infer<typeof summary>;

export type BackedUpTable = BackupHeader['tables'][number];

/** The file is not a backup, or is damaged, or of a newer version. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/** @throws BackupRefused if the line is not the header of a backup that this version can read. */
export function parseHeader(line: string): BackupHeader {
  const json = parseJson(line);
  const { data: start } = anyHeader.safeParse(json);
  if (!start) throw new BackupRefused('it is not a backup of Claimgraph');
  if (start.formatVersion > backupFormatVersion)
    throw new BackupRefused(
      `its format has the version ${start.formatVersion}, and this Claimgraph reads ` +
        `${backupFormatVersion} at most. Use Claimgraph ${start.product}`,
    );
  const { data } = header.safeParse(json);
  if (!data) throw new BackupRefused('its first line is damaged');
  return data;
}

/** @throws BackupRefused */
export function parseSummary(line: string): BackupSummary {
  const { data } = summary.safeParse(parseJson(line));
  if (!data) throw new BackupRefused('its last line is damaged');
  return data;
}

/** The table whose rows follow a line, or undefined for any other line. */
export function parseTableLine(line: string): string | undefined {
  const { table } = Object(parseJson(line));
  return typeof table === 'string' ? table : undefined;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
