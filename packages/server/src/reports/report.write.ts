import type { QuotableReport } from '../claims/anchor.ts';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { parseExternalIds, saveExternalIds } from '../records/external-ids.ts';
import { fieldIn, type InputParser } from '../records/input-parser.ts';
import { replaceList, rowsOf } from '../records/rows.ts';
import { definedKeys } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { computedValues } from '../values/computed.ts';
import type { Path } from '../values/errors.ts';
import { FuzzyDate } from '../values/fuzzy-date.ts';
import { idOf } from '../values/ids.ts';
import { Report } from './report.entity.ts';
import type { UpdateReportInput } from './report.inputs.ts';
import { ReportAuthor } from './report-author.entity.ts';

export type ParsedReport = ReturnType<typeof parseReport>;

/** Saves a new report. */
export async function insertReport(tx: Tx, report: ParsedReport, key: string): Promise<RecordKey> {
  rowsOf(tx, Report).insert([{ id: key, published: absent(FuzzyDate), ...report.columns }]);
  return saveReportLists(tx, key, report);
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
      publisherId: parser.reference(input, ['publisher', 'publisherId'], 'Source', path),
      datelineId: parser.reference(input, ['dateline', 'datelineId'], 'Location', path),
      reprintOfId: parser.reference(input, ['reprintOf', 'reprintOfId'], 'Report', path),
    }),
    authors: parser.referenceList(input, ['authors', 'authorIds'], 'Source', path),
    authorsField: fieldIn(input, ['authors', 'authorIds']),
    externalIds: parseExternalIds(parser, 'Report', input.externalIds, at('externalIds')),
  };
}

/** The parts of a new report that passages can be in. */
export const textOf = ({ columns }: ParsedReport): QuotableReport => {
  const { title = '', body = null, bodyKind = null } = columns;
  return { title, body, bodyKind };
};

export function checkBodyKind(
  { issues }: InputParser,
  { body, bodyKind }: Partial<Pick<Report, 'body' | 'bodyKind'>>,
  path: Path,
): void {
  if ((body == null) !== (bodyKind == null))
    issues.add([...path, 'bodyKind'], 'Give body and bodyKind together: neither is valid alone.');
}

/** Saves the lists of a report whose own row is saved. An undefined list stays as it is. */
export async function saveReportLists(
  tx: Tx,
  key: string,
  { authors, authorsField, externalIds }: ParsedReport,
): Promise<RecordKey> {
  const rows = authors?.map((authorId) => ({ authorId }));
  const list = { recordId: idOf('Report', key), field: authorsField };
  await replaceList(tx, ReportAuthor, { reportId: key }, rows, list);
  await saveExternalIds(tx, 'Report', key, externalIds);
  return new RecordKey('Report', key);
}

const sameValues = {
  SAME_URL: { column: 'url', noun: 'URL' },
  SAME_BODY: { column: 'body_sha256', noun: 'body' },
};

/** Other reports with the URL $2 or the body $3, up to five for each. */
const reportsWithSame = Object.entries(sameValues)
  .map(
    ([code, { column }], i) => `
  (select '${code}' as code, id from report
  where ${column} = $${i + 2} and id <> $1 and withdrawn_at is null order by id limit 5)`,
  )
  .join(' union all');

/**
 * Reports may share a URL or a body, as reprints do. The writer is warned, since it may be a
 * mistake. Call it before rows are inserted: they would be sent first.
 */
export async function warnOfSame(
  tx: Tx,
  key: string,
  { columns: { url, bodySha256 } }: ParsedReport,
): Promise<void> {
  if (url == null && bodySha256 == null) return;
  const rows = await tx.query<{ code: keyof typeof sameValues; id: string }>(reportsWithSame, [
    key,
    url ?? null,
    bodySha256 ?? null,
  ]);
  for (const { code, id } of rows) {
    const recordId = idOf('Report', id);
    const { noun } = sameValues[code];
    tx.warnings.push({
      code,
      message: `${recordId} has the same ${noun}. If this is a reprint, set reprintOf.`,
      recordId,
    });
  }
}
