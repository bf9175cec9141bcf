import { mayName, patternsOf } from './name-prefilter.ts';
import type { NameRedactor } from './name-redactor.ts';
import { readAll } from './named-texts.ts';
import type { RunQuery } from './vault.ts';

/** A source whose names are removed from what imports stored. */
export interface HiddenSource {
  key: string;
  names: readonly string[];
  redactor: NameRedactor;
  /** See `KnownIdentities.fingerprintOf`. */
  fingerprintOf: (fingerprint: string) => string;
}

/** Where texts of files are stored: a table, its key, and the columns to change. */
interface StoredTexts {
  table: string;
  keys: readonly string[];
  columns: readonly string[];
  /** SQL: whether a row is about a record that refers to the source with the key `$2`. */
  isOwn?: string;
}

const refersToSource = (claim: string, report: string): string => `(
      exists (select from speaker s where s.claim_id = ${claim} and s.source_id = $2)
      or exists (select from report r where r.id = ${report} and r.publisher_id = $2)
      or exists (
        select from report_author a where a.report_id = ${report} and a.author_id = $2))`;

const issueTexts = {
  columns: ['column', 'value', 'reason'],
  isOwn: refersToSource('t.claim_id', 'null'),
};

/** The fingerprint of a row would let a guessed name be tested, so it changes with the row. */
const storedTexts: readonly StoredTexts[] = [
  {
    table: 'import_row',
    keys: ['record_id', 'format', 'release'],
    columns: ['raw', 'fingerprint'],
    isOwn: refersToSource('t.record_id', 't.record_id'),
  },
  // These belong to no record, so `namedTexts` cannot list what is left in them.
  { table: 'import_batch', keys: ['run_id', 'position'], columns: ['counts'], isOwn: 'true' },
  { table: 'import_run', keys: ['id'], columns: ['file', 'header', 'settings'], isOwn: 'true' },
  {
    table: 'import_conflict',
    keys: ['id'],
    columns: ['value', 'file_value', 'rows', 'file'],
    isOwn: refersToSource('t.record_id', 't.record_id'),
  },
  { table: 'import_issue', keys: ['claim_id', 'position'], ...issueTexts },
  {
    table: 'import_issue_history',
    keys: ['claim_id', 'position', 'valid_from', 'valid_to'],
    ...issueTexts,
  },
];

/**
 * Replaces the names of a source in all that imports stored. The log must be open, and the source
 * must have its pseudonym.
 */
export async function scrubImports(query: RunQuery, source: HiddenSource): Promise<void> {
  for (const texts of storedTexts) {
    const changed = await findChanges(query, source, texts);
    if (changed.length === 0) continue;
    const claims = changed.flatMap(({ claim_id }) => (claim_id ? [claim_id] : []));
    if (claims.length > 0) await query(`select begin_scrub('CLAIM', $1)`, [claims]);
    await query('select rewrite_texts($1, $2, $3, $4)', [
      texts.table,
      texts.keys,
      texts.columns,
      JSON.stringify(changed),
    ]);
  }
}

type Row = Record<string, unknown>;

async function findChanges(
  query: RunQuery,
  { key, names, redactor, fingerprintOf }: HiddenSource,
  { table, keys, columns, isOwn = 'false' }: StoredTexts,
): Promise<Row[]> {
  const rows = `
    select ${[...keys, ...columns].map((column) => `t."${column}"`).join(', ')},
      ${isOwn} and $2::uuid is not null as "isOwn"
    from "${table}" t
    where ${columns.map((column) => mayName(`t."${column}"::text`)).join(' or ')}`;
  const changed: Row[] = [];
  for await (const row of readAll<Row>(query, rows, [patternsOf(names), key])) {
    const replaced = Object.fromEntries(
      columns.map((column) => [column, replaceIn(redactor, row[column], row.isOwn === true)]),
    );
    if (columns.every((column) => isSame(replaced[column], row[column]))) continue;
    const { isOwn: _, ...present } = row;
    const { fingerprint } = row;
    changed.push({
      ...present,
      ...replaced,
      ...(typeof fingerprint === 'string' && { fingerprint: fingerprintOf(fingerprint) }),
    });
  }
  return changed;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const replaceIn = (redactor: NameRedactor, value: unknown, isOwn: boolean): unknown =>
  typeof value === 'string'
    ? redactor.replaceInRow(value, isOwn)
    : redactor.replaceInValue(value, isOwn);
