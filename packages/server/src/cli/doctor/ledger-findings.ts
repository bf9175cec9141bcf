import { stat } from 'node:fs/promises';
import type { QueryRunner } from 'typeorm';
import type { BackupNote } from '../backup/last-backup.ts';
import { formatSize } from '../size.ts';
import { type Finding, judge } from './finding.ts';

const dayMs = 86_400_000;

/** The size of the ledger, and how it grows. */
export async function sizeFindings(runner: QueryRunner, bytes: number): Promise<Finding[]> {
  const [{ writes, claims, lastAt, isAhead }] = await runner.query(
    `select (select count(*) from write_log) as writes, (select count(*) from claim) as claims,
       (select to_char(max(at), 'YYYY-MM-DD HH24:MI') from write_log) as "lastAt",
       coalesce((select max(at) > now() + interval '1 minute' from write_log), false) as "isAhead"`,
  );
  const tables: { name: string; bytes: string }[] = await runner.query(
    `select c.relname as name, pg_total_relation_size(c.oid) as bytes from pg_class c
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     order by 2 desc, 1 limit 5`,
  );
  const largest = tables
    .map(({ name, bytes }) => `${name} ${formatSize(Number(bytes))}`)
    .join(', ');
  const count = (value: string) => Number(value).toLocaleString('en');
  return [
    {
      status: 'ok',
      subject: 'size',
      message: `${formatSize(bytes)}, ${count(claims)} claims. Largest tables: ${largest}`,
    },
    judge(
      !isAhead,
      'warn',
      'log',
      `${count(writes)} writes${lastAt ? `, the last at ${lastAt} UTC` : ''}`,
      'Its last time is ahead of the clock. Set the clock of this machine.',
    ),
  ];
}

/** The bytes of the database on disk. */
export async function databaseBytes(runner: QueryRunner): Promise<number> {
  const [{ bytes }] = await runner.query('select pg_database_size(current_database()) as bytes');
  return Number(bytes);
}

/** When the last backup was made, if it is still there, and what was written since. */
export async function backupFinding(
  runner: QueryRunner,
  note: BackupNote | undefined,
  now: Date,
): Promise<Finding> {
  const finding = (status: Finding['status'], message: string, advice?: string): Finding => ({
    status,
    subject: 'backup',
    message,
    ...(advice && { advice }),
  });
  const advice = 'Run claimgraph backup every day, and store the files on another machine.';
  if (!note) return finding('warn', 'none is noted in CLAIMGRAPH_HOME', advice);
  const { lastWrite, path, createdAt, bytes } = note;
  const [{ exists, since }] = await runner.query(
    `select exists (
         select from write_log w where decode($1, 'hex') in (w.hash, w.former_hash)) as exists,
       (select count(*) from write_log w where w.seq > $2) as since`,
    [lastWrite?.hash ?? '', lastWrite?.seq ?? 0],
  );
  if (lastWrite && !exists)
    return finding('warn', `the last one, ${path}, is of another ledger`, advice);
  const writes = `${Number(since).toLocaleString('en')} writes since`;
  const message = `${path}, ${createdAt}, ${formatSize(bytes)}, ${writes}`;
  const file = await stat(path).catch(() => undefined);
  if (file && file.size !== bytes)
    return finding('fail', message, 'The file has another size now. Make another backup.');
  const isOld = now.getTime() - Date.parse(createdAt) > 2 * dayMs && since > 0;
  if (isOld) return finding('warn', message, `It is older than two days. ${advice}`);
  return finding('ok', file ? message : `${message}; it was moved`);
}
