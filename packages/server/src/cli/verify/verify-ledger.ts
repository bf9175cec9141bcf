import { randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { routineFunctions } from '../../database/routines/index.ts';
import { UserError } from '../user-error.ts';
import { computeShadows, derivedChecks } from './derived-checks.ts';
import type { LedgerCheck } from './ledger-check.ts';
import { ledgerChecks } from './ledger-checks.ts';
import { referenceCheck } from './reference-check.ts';
import { installShadows, routineChecks } from './routine-checks.ts';

/** The most faults of a check that are listed. All are counted. */
const maxListed = 20;

/** What a check found. */
export interface CheckResult {
  title: string;
  /** How many things were checked. */
  checked: number;
  /** How many of them are wrong. */
  wrong: number;
  /** The first of those, in order. */
  faults: { place: string; problem: string }[];
}

/**
 * Checks a ledger in the transaction of the runner. The functions of this version run, not those of
 * the database, which may have been changed, too: they are created in a schema of their own. So
 * roll the transaction back.
 */
export async function* verifyLedger(runner: QueryRunner): AsyncGenerator<CheckResult> {
  const schema = await createFunctions(runner);
  const { dataSource } = runner;
  const checks = [...ledgerChecks(dataSource), await referenceCheck(runner)];
  for (const check of checks) yield await runCheck(runner, check);
  const shadows = shadowsOf(schema);
  await runner.query(computeShadows(shadows, schema));
  for (const check of derivedChecks(shadows)) yield await runCheck(runner, check);
  const schemas = { functions: schema, shadows };
  await installShadows(runner, schemas);
  for (const check of routineChecks(dataSource, schemas)) yield await runCheck(runner, check);
  await runner.query('set local search_path = public');
}

/**
 * Creates the functions of this version in a schema, in which they are found first.
 *
 * @throws UserError if the user may not do that.
 */
export async function createFunctions(runner: QueryRunner): Promise<string> {
  const [{ isAllowed }] = await runner.query(
    `select has_database_privilege(current_database(), 'create') as "isAllowed"`,
  );
  if (!isAllowed)
    throw new UserError(
      'A verification needs the owner of the database, because it makes functions for itself. ' +
        'Set DATABASE_URL to the URL of the owner, as for claimgraph migrate.',
    );
  const schema = `verify_${randomBytes(6).toString('hex')}`;
  await runner.query(`create schema ${schema}`);
  await runner.query(`set local search_path = ${schema}, public`);
  await runner.query(routineFunctions(`${shadowsOf(schema)}, ${schema}, public`));
  return schema;
}

/** The schema of tables that are computed again. Functions find them before those of the ledger. */
export const shadowsOf = (schema: string): string => `${schema}_shadows`;

export async function runCheck(
  runner: QueryRunner,
  { title, faults, count }: LedgerCheck,
): Promise<CheckResult> {
  const found: { place: string; problem: string; total: string }[] = await runner.query(
    `select place, problem, count(*) over () as total from (${faults}) f limit ${maxListed}`,
  );
  const [{ checked }] = await runner.query(`select (${count}) as checked`);
  return {
    title,
    checked: Number(checked),
    wrong: Number(found[0]?.total ?? 0),
    faults: found.map(({ place, problem }) => ({ place, problem })),
  };
}

export interface LastWrite {
  seq: string;
  at: string;
  hash: string;
  /** The hash in the format of an older version. Null: it has none, or contents were scrubbed. */
  formerHash: string | null;
}

/** The last write of the log, for people to note elsewhere. */
export async function lastWrite(runner: QueryRunner): Promise<LastWrite | undefined> {
  const [write] = await runner.query(
    `select w.seq::text as seq, w.at::text as at, encode(w.hash, 'hex') as hash,
       encode(w.former_hash, 'hex') as "formerHash"
     from write_log w order by w.seq desc limit 1`,
  );
  return write;
}
