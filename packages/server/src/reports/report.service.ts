import { createHash } from 'node:crypto';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { setExternalIds } from '../records/external-ids.ts';
import { upsertOf } from '../records/upsert.ts';
import {
  checkReferences,
  definedKeys,
  keyOrNull,
  lockRecord,
  replaceList,
} from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import { badInput, type Path } from '../values/errors.ts';
import { FuzzyDate, fuzzyDate } from '../values/fuzzy-date.ts';
import { idOf, keyOf, newKey } from '../values/ids.ts';
import { reanchor } from './reanchor.ts';
import { Report } from './report.entity.ts';
import type { CreateReportInput, UpdateReportInput } from './report.inputs.ts';
import { ReportAuthor } from './report-author.entity.ts';

const root: Path = ['input'];

export async function createReport(
  tx: Tx,
  input: CreateReportInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = newKey();
  const row = await rowOf(tx, input, path);
  if ((row.body == null) !== (row.bodyKind == null)) throw bodyKindNeeded(path);
  await tx.manager.insert(Report, { id: key, published: absent(FuzzyDate), ...row });
  await setLists(tx, key, input, path);
  await noticeTwins(tx, key, row);
  return new RecordKey('Report', key);
}

export async function updateReport(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateReportInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Report', id, expectedVersion);
  await refuseReprintCycle(tx, key, input.reprintOfId, [...path, 'reprintOfId']);
  const row = await rowOf(tx, input, path);
  const before = await tx.manager.findOneByOrFail(Report, { id: key });
  const after = { ...before, ...row };
  if ((after.body === null) !== (after.bodyKind === null)) throw bodyKindNeeded(path);
  if (Object.keys(row).length > 0) await tx.manager.update(Report, key, row);
  if (
    after.body !== before.body ||
    after.title !== before.title ||
    after.bodyKind !== before.bodyKind
  )
    await reanchor(tx, key, after, path);
  await setLists(tx, key, input, path);
  await noticeTwins(tx, key, row);
  return new RecordKey('Report', key);
}

export const upsertReport = upsertOf<CreateReportInput>('Report', createReport, updateReport);

const bodyKindNeeded = (path: Path) =>
  badInput({
    path: [...path, 'bodyKind'],
    message: 'A body needs its bodyKind, and a bodyKind its body.',
  });

async function rowOf(tx: Tx, input: UpdateReportInput, path: Path) {
  for (const key of ['kind', 'title'] as const)
    if (input[key] === null)
      throw badInput({ path: [...path, key], message: `${key} cannot be cleared.` });
  await checkReferences(tx, [
    { type: 'Source', id: input.publisherId, path: [...path, 'publisherId'] },
    { type: 'Location', id: input.datelineId, path: [...path, 'datelineId'] },
    { type: 'Report', id: input.reprintOfId, path: [...path, 'reprintOfId'] },
    ...(input.authorIds ?? []).map((id, i) => ({
      type: 'Source' as const,
      id,
      path: [...path, 'authorIds', i],
    })),
  ]);
  const { kind, title, url, archivedUrl, retrievedAt, language, summary, body, bodyKind } = input;
  return definedKeys({
    kind,
    title,
    url,
    archivedUrl,
    retrievedAt,
    language,
    summary,
    body,
    bodyKind,
    published:
      input.published === null
        ? absent(FuzzyDate)
        : input.published && fuzzyDate(input.published, [...path, 'published']),
    bodySha256: body == null ? body : createHash('sha256').update(body).digest('hex'),
    publisherId: keyOrNull(input.publisherId, 'Source', [...path, 'publisherId']),
    datelineId: keyOrNull(input.datelineId, 'Location', [...path, 'datelineId']),
    reprintOfId: keyOrNull(input.reprintOfId, 'Report', [...path, 'reprintOfId']),
  });
}

/** A report does not reprint itself, nor one that reprints it. */
async function refuseReprintCycle(
  tx: Tx,
  key: string,
  original: string | null | undefined,
  path: Path,
): Promise<void> {
  if (original == null) return;
  const [cycle] = await tx.manager.query(
    `with recursive originals as (
       select $1::uuid as id union select r.reprint_of_id from originals o join report r on r.id = o.id where r.reprint_of_id is not null
     ) select from originals where id = $2`,
    [keyOf(original, 'Report', path), key],
  );
  if (cycle)
    throw badInput({
      path,
      message: 'A report does not reprint itself, nor one that reprints it.',
    });
}

async function setLists(tx: Tx, key: string, input: UpdateReportInput, path: Path): Promise<void> {
  if (input.authorIds !== undefined) {
    const authors = new Set(
      (input.authorIds ?? []).map((id, i) => keyOf(id, 'Source', [...path, 'authorIds', i])),
    );
    await replaceList(
      tx,
      ReportAuthor,
      { reportId: key },
      [...authors].map((authorId) => ({ authorId })),
    );
  }
  await setExternalIds(tx, 'Report', key, input.externalIds, [...path, 'externalIds']);
}

/** Reprints share URLs and bodies, so that is no error; but the writer should look. */
async function noticeTwins(
  tx: Tx,
  key: string,
  { url, bodySha256 }: { url?: string | null; bodySha256?: string | null },
): Promise<void> {
  const find = (column: string, value: string) =>
    tx.manager.query(
      `select id from report where ${column} = $1 and id <> $2 and withdrawn_at is null order by id limit 5`,
      [value, key],
    );
  const notice = (code: string, what: string) => (row: { id: string }) => {
    const other = idOf('Report', row.id);
    tx.warnings.push({
      code,
      message: `${other} has the same ${what}. If this is a reprint, say so with reprintOfId.`,
      recordId: other,
    });
  };
  if (url) (await find('url', url)).forEach(notice('SAME_URL', 'URL'));
  if (bodySha256) (await find('body_sha256', bodySha256)).forEach(notice('SAME_BODY', 'body'));
}
