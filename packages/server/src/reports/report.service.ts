import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { fieldIn, InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { rowsOf } from '../records/rows.ts';
import { upsertOf } from '../records/upsert.ts';
import { lockRecord } from '../records/writing.ts';
import { newKey } from '../values/ids.ts';
import { insertNewRecords, readReferences } from './new-records.ts';
import { movePassages, planPassages } from './reanchor.ts';
import { Report } from './report.entity.ts';
import type { CreateReportInput, UpdateReportInput } from './report.inputs.ts';
import {
  checkBodyKind,
  insertReport,
  type ParsedReport,
  parseReport,
  saveReportLists,
  warnOfSame,
} from './report.write.ts';

/** @throws Refusal naming every invalid field. Nothing is written. */
export async function createReport(
  tx: Tx,
  input: CreateReportInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const newRecords = await readReferences(tx, parser);
  const report = parseReport(parser, input, inputPath);
  checkBodyKind(parser, report.columns, inputPath);
  const key = newKey();
  await Promise.all([resolveReferences(tx, parser), warnOfSame(tx, key, report)]);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  return insertReport(tx, report, key);
}

/**
 * An omitted field keeps its value, null clears it, and a list replaces the whole list. The
 * passages of the report’s claims move with their words.
 * @throws Refusal naming every invalid field; NOT_FOUND; CONFLICT if `expectedVersion` is stale.
 */
export async function updateReport(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateReportInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Report', id, expectedVersion);
  const newRecords = await readReferences(tx, parser);
  const report = parseReport(parser, input, inputPath);
  await resolveReferences(tx, parser, key);
  await checkReprint(tx, parser, key, input, report);
  const before = await tx.manager.findOneByOrFail(Report, { id: key });
  const after = { ...before, ...report.columns };
  checkBodyKind(parser, after, inputPath);
  const moves = await planPassages(tx, parser, key, before, after);
  await warnOfSame(tx, key, report);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  await rowsOf(tx, Report).update([{ id: key, ...report.columns }]);
  await movePassages(tx, moves);
  return saveReportLists(tx, key, report);
}

/** Changes the report that has this external id, or creates it. */
export const upsertReport = upsertOf<CreateReportInput>('Report', createReport, updateReport);

/** A report reprints neither itself nor one of its reprints. */
async function checkReprint(
  tx: Tx,
  { issues }: InputParser,
  key: string,
  input: UpdateReportInput,
  { columns }: ParsedReport,
): Promise<void> {
  if (!columns.reprintOfId) return;
  const [{ cyclic }] = await tx.manager.query(
    `with recursive originals as (
       select $1::uuid as id
       union select r.reprint_of_id from originals o join report r on r.id = o.id
         where r.reprint_of_id is not null
     ) select exists (select from originals where id = $2) as cyclic`,
    [columns.reprintOfId, key],
  );
  const field = fieldIn(input, ['reprintOf', 'reprintOfId']);
  if (cyclic)
    issues.add([...inputPath, field], 'A report cannot reprint itself or one of its own reprints.');
}
