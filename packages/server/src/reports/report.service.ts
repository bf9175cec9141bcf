import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { replaceList } from '../records/rows.ts';
import { upsertOf } from '../records/upsert.ts';
import { definedKeys, lockRecord } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { computedValues } from '../values/computed.ts';
import type { Path } from '../values/errors.ts';
import { FuzzyDate } from '../values/fuzzy-date.ts';
import { idOf, newKey } from '../values/ids.ts';
import { movePassages, planPassages } from './reanchor.ts';
import { Report } from './report.entity.ts';
import type { CreateReportInput, UpdateReportInput } from './report.inputs.ts';
import { ReportAuthor } from './report-author.entity.ts';

export type ParsedReport = ReturnType<typeof parseReport>;

/** @throws Refusal naming every invalid field. Nothing is written. */
export async function createReport(
  tx: Tx,
  input: CreateReportInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const report = parseReport(parser, input, inputPath);
  checkBodyKind(parser, report.columns, inputPath);
  await resolveReferences(tx, parser);
  parser.issues.throwIfAny();
  return insertReport(tx, report);
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
  const report = parseReport(parser, input, inputPath);
  await resolveReferences(tx, parser, key);
  await checkReprint(tx, parser, key, report);
  const before = await tx.manager.findOneByOrFail(Report, { id: key });
  const after = { ...before, ...report.columns };
  checkBodyKind(parser, after, inputPath);
  const moves = await planPassages(tx, parser, key, before, after);
  parser.issues.throwIfAny();
  if (Object.keys(report.columns).length > 0) await tx.manager.update(Report, key, report.columns);
  await movePassages(tx, moves);
  return saveLists(tx, key, report);
}

/** Changes the report that has this external id, or creates it. */
export const upsertReport = upsertOf<CreateReportInput>('Report', createReport, updateReport);

/** Saves a new report. */
export async function insertReport(tx: Tx, report: ParsedReport): Promise<RecordKey> {
  const key = newKey();
  await tx.manager.insert(Report, { id: key, published: absent(FuzzyDate), ...report.columns });
  return saveLists(tx, key, report);
}

/**
 * Turns the input of a report into the values of its rows. What the input leaves out is undefined.
 */
export function parseReport(parser: InputParser, input: UpdateReportInput, path: Path) {
  const at = (field: keyof UpdateReportInput): Path => [...path, field];
  const { kind, title, url, archivedUrl, retrievedAt, language, summary, body, bodyKind } = input;
  parser.refuseNull(input, ['kind', 'title'], path);
  return {
    columns: definedKeys({
      kind,
      title,
      url,
      archivedUrl,
      retrievedAt,
      language,
      summary,
      body,
      bodyKind,
      ...computedValues(Report, { body }),
      published: parser.date(input.published, at('published')),
      publisherId: parser.optionalKey(input.publisherId, 'Source', at('publisherId')),
      datelineId: parser.optionalKey(input.datelineId, 'Location', at('datelineId')),
      reprintOfId: parser.optionalKey(input.reprintOfId, 'Report', at('reprintOfId')),
    }),
    authors: parser.keys(input.authorIds, 'Source', at('authorIds')),
    externalIds: parseExternalIds(parser, 'Report', input.externalIds, at('externalIds')),
  };
}

export function checkBodyKind(
  { issues }: InputParser,
  { body, bodyKind }: Partial<Pick<Report, 'body' | 'bodyKind'>>,
  path: Path,
): void {
  if ((body == null) !== (bodyKind == null))
    issues.add([...path, 'bodyKind'], 'Give body and bodyKind together: neither is valid alone.');
}

/** A report reprints neither itself nor one of its reprints. */
async function checkReprint(
  tx: Tx,
  { issues }: InputParser,
  key: string,
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
  if (cyclic)
    issues.add(
      [...inputPath, 'reprintOfId'],
      'A report cannot reprint itself or one of its own reprints.',
    );
}

async function saveLists(
  tx: Tx,
  key: string,
  { columns, authors, externalIds }: ParsedReport,
): Promise<RecordKey> {
  const rows = authors?.map((authorId) => ({ authorId }));
  const list = { recordId: idOf('Report', key), field: 'authorIds' };
  await replaceList(tx, ReportAuthor, { reportId: key }, rows, list);
  await saveExternalIds(tx, 'Report', key, externalIds);
  await warnOfSame(tx, key, 'url', columns.url);
  await warnOfSame(tx, key, 'body', columns.bodySha256);
  return new RecordKey('Report', key);
}

const sameValue = {
  url: { column: 'url', code: 'SAME_URL', noun: 'URL' },
  body: { column: 'body_sha256', code: 'SAME_BODY', noun: 'body' },
};

/**
 * Reports may share a URL or a body, as reprints do. The writer is warned, since it may be a
 * mistake.
 */
async function warnOfSame(
  tx: Tx,
  key: string,
  field: keyof typeof sameValue,
  value: string | null | undefined,
): Promise<void> {
  if (value == null) return;
  const { column, code, noun } = sameValue[field];
  const rows: { id: string }[] = await tx.manager.query(
    `select id from report where ${column} = $1 and id <> $2 and withdrawn_at is null
     order by id limit 5`,
    [value, key],
  );
  for (const row of rows) {
    const recordId = idOf('Report', row.id);
    tx.warnings.push({
      code,
      message: `${recordId} has the same ${noun}. If this is a reprint, set reprintOfId.`,
      recordId,
    });
  }
}
