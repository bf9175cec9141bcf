import { FilterContext } from '../compiler/filter.ts';
import { RecordKey } from '../compiler/payload.ts';
import { compile, raw } from '../compiler/sql.ts';
import { requireRationale, stateRationale } from '../history/rationale.ts';
import type { Tx } from '../history/write.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { Protection } from '../sources/source.enums.ts';
import { badInput, conflict, notFound, type Path, Refusal } from '../values/errors.ts';
import { keyOf } from '../values/ids.ts';
import type { ConflictChoice } from './import-conflict.enums.ts';
import { ImportConflictFilter } from './import-conflict.filter.ts';
import type { ResolveImportConflictsInput } from './import-conflict.inputs.ts';
import { type OpenConflict, takeFileValue } from './import-conflict.take.ts';
import { replaceOfferedReports } from './offered-reports.ts';

/** How many conflicts one write resolves at most, so that no write is too long. */
export const maxResolved = 1_000;

const selectConflict = `
  select id, format, state, record_type as "recordType", record_id as "recordId", field,
    value, file_value as "fileValue", rows
  from import_conflict`;

/**
 * Resolves one conflict.
 *
 * @throws Refusal NOT_FOUND; CONFLICT if it is resolved already, or if the value of the file cannot
 *   be taken.
 */
export async function resolveImportConflict(
  tx: Tx,
  id: string,
  choice: ConflictChoice,
  rationale: string,
): Promise<RecordKey> {
  const reason = requireRationale(rationale, ['rationale']);
  await stateRationale(tx, reason);
  const key = keyOf(id, 'ImportConflict', ['id']);
  const [row] = await tx.manager.query(`${selectConflict} where id = $1 for update`, [key]);
  if (!row) throw notFound(['id'], `There is no import conflict ${id}.`);
  if (row.state !== 'OPEN')
    throw conflict(['id'], `This conflict is ${String(row.state).toLowerCase()} already.`);
  if (choice === 'TAKE') await takeFileValue(tx, row, reason);
  await closeConflict(tx, key, choice, reason);
  await replaceOfferedReports(tx, [row]);
  return new RecordKey('ImportConflict', key);
}

/** The condition of a filter on rows with the alias `c`. @throws Refusal naming an invalid id. */
export function conditionOf(
  filter: ImportConflictFilter,
  path: Path,
): { text: string; values: unknown[] } {
  const condition = new FilterContext('', path).filter(ImportConflictFilter, raw('c'), filter);
  const { text, params } = compile(condition);
  return { text, values: params.map(({ value }) => value) };
}

/** What became of the conflicts that a filter matches. */
interface Resolved {
  resolved: number;
  skipped: number;
  remaining: number;
}

/** Whether a filter says which conflicts, so that none is resolved by a forgotten condition. */
const hasCondition = ({ and, or, not, ...conditions }: ImportConflictFilter): boolean =>
  Object.values(conditions).some((each) => each !== null && each !== undefined) ||
  [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].some(hasCondition);

/**
 * Whether the record still has the value that it had when the file was imported. Conflicts that
 * cannot be taken come last, so that they do not keep others from being taken.
 */
const isUnchanged =
  '(field_value(c.record_type, c.record_id, c.field) is not distinct from c.value)';

/**
 * Whether the file protects a source less than a person decided. Lives can depend on it, so no rule
 * takes that: a person names the conflict by its id.
 */
const lowersProtection = ({ field, value, fileValue }: OpenConflict): boolean =>
  field === 'protection' && protections.indexOf(fileValue) < protections.indexOf(value);

/** From the least. */
const protections: readonly unknown[] = [
  Protection.PUBLIC,
  Protection.PSEUDONYMOUS,
  Protection.PROTECTED,
];

/** Resolves the open conflicts that match a filter. Those that cannot be resolved stay open. */
export async function resolveImportConflicts(
  tx: Tx,
  input: ResolveImportConflictsInput,
): Promise<Resolved> {
  new InputParser({ input }).issues.throwIfAny();
  const { filter, choice, rationale } = input;
  if (!hasCondition(filter))
    throw badInput({
      path: [...inputPath, 'filter'],
      message: 'The filter has no condition. To resolve all open conflicts, send `state: [OPEN]`.',
    });
  const reason = requireRationale(rationale, [...inputPath, 'rationale']);
  await stateRationale(tx, reason);
  const { text, values } = conditionOf(filter, [...inputPath, 'filter']);
  const rows: OpenConflict[] = await tx.manager.query(
    `${selectConflict} c
     where c.state = 'OPEN' and ${text}
     order by ${choice === 'TAKE' ? `${isUnchanged} desc, ` : ''}c.at, c.id
     limit ${maxResolved} for update`,
    values,
  );
  const [{ matching }] = await tx.manager.query(
    `select count(*)::int as matching from import_conflict c where c.state = 'OPEN' and ${text}`,
    values,
  );
  const resolved: OpenConflict[] = [];
  for (const row of rows) {
    if (choice === 'TAKE' && lowersProtection(row) && !filter.id) continue;
    const isResolved = choice === 'KEEP' || (await tryToTakePresent(tx, row, reason));
    if (!isResolved) continue;
    await closeConflict(tx, row.id, choice, reason);
    resolved.push(row);
  }
  await replaceOfferedReports(tx, resolved);
  return {
    resolved: resolved.length,
    skipped: rows.length - resolved.length,
    remaining: matching - rows.length,
  };
}

/**
 * The same for the row as it is now: protecting a source deletes its other conflicts, and gives it
 * another id.
 */
async function tryToTakePresent(tx: Tx, { id }: OpenConflict, reason: string): Promise<boolean> {
  const [row] = await tx.manager.query(`${selectConflict} where id = $1`, [id]);
  return row !== undefined && tryToTake(tx, row, reason);
}

/** Takes the value of the file, or changes nothing and returns false. */
async function tryToTake(tx: Tx, row: OpenConflict, reason: string): Promise<boolean> {
  await tx.manager.query('savepoint take');
  try {
    await takeFileValue(tx, row, reason);
    await tx.manager.query('release savepoint take');
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tx.rows.take(); // What waits to be written is given up, too.
    await tx.manager.query('rollback to savepoint take; release savepoint take');
    return false;
  }
}

const closeConflict = (tx: Tx, key: string, choice: ConflictChoice, reason: string) =>
  tx.manager.query(
    `update import_conflict
     set state = $2, resolution_rationale = $3, resolution_by = $4, resolution_at = write_time()
     where id = $1`,
    [key, choice === 'KEEP' ? 'KEPT' : 'TAKEN', reason, tx.by],
  );
