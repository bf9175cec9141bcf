import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { fieldIn, InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { rowsOf } from '../records/rows.ts';
import { upsertOf } from '../records/upsert.ts';
import { lockRecord } from '../records/writing.ts';
import { insertNewRecords, readReferences } from '../reports/new-records.ts';
import { absent } from '../values/absent.ts';
import { anchorPassage, type QuotableReport } from './anchor.ts';
import { Claim } from './claim.entity.ts';
import type { CreateClaimInput, UpdateClaimInput } from './claim.inputs.ts';
import { type ParsedClaim, parseClaim } from './claim.parse.ts';
import { insertClaims, saveClaimLists } from './claim.save.ts';
import { Passage } from './passage.ts';

/*
 * Writing a claim takes six steps, in this order:
 *
 *   1. resolver    `claim.resolver.ts` opens the write and passes the input to this service
 *   2. parse       turns the input into row values. References by name and by external id are
 *                  looked up first, so that the rest needs no query
 *   3. references  looks up the records that the input refers to by id, and the quoted words
 *   4. save        writes the rows, those of new records first, if steps 2 and 3 found no problem
 *   5. log         `history/write.ts` adds a row to the log, and numbers the new versions
 *   6. read        the compiler reads the payload in the same transaction
 *
 * Steps 2 and 3 collect their problems in `parser.issues`. The client gets all of them in one
 * error, as `extensions.issues`. Without a known report, its passage is not checked. An update
 * first locks the claim: an unknown id or a stale version is reported at once, alone.
 */

/**
 * Creates a claim.
 *
 * @param parser checks the rules of the input classes when it is created, before step 2.
 *   `recordReport` passes its own, to collect the problems of several records.
 * @throws Refusal naming every invalid field. In that case nothing is written.
 */
export async function createClaim(
  tx: Tx,
  input: CreateClaimInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const newRecords = await readReferences(tx, parser);
  const reportId = parser.requiredReference(input, ['report', 'reportId'], 'Report', inputPath);
  const claim = parseClaim(parser, input, inputPath);
  const newReport = newRecords.find(({ key }) => key === reportId)?.text;
  const [report] = await Promise.all([
    newReport ?? readReport(tx, claim, reportId),
    resolveReferences(tx, parser),
  ]);
  const passage = findPassage(parser, claim, report);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  const [key] = insertClaims(tx, [{ claim, reportId, passage }]);
  return key!;
}

/**
 * Changes a claim. An omitted field keeps its value, null clears it, and a list replaces the list.
 * @throws Refusal naming every invalid field; NOT_FOUND; CONFLICT if `expectedVersion` is stale.
 */
export async function updateClaim(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateClaimInput,
  parser = new InputParser({ input }),
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Claim', id, expectedVersion);
  const { reportId } = await tx.manager.findOneByOrFail(Claim, { id: key });
  const newRecords = await readReferences(tx, parser);
  refuseOtherReport(parser, input, reportId);
  const claim = parseClaim(parser, input, inputPath);
  const [report] = await Promise.all([
    readReport(tx, claim, reportId),
    resolveReferences(tx, parser, key),
  ]);
  const passage = findPassage(parser, claim, report);
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  const columns = { ...claim.columns, ...(passage && { passage }) };
  await rowsOf(tx, Claim).update([{ id: key, ...columns }]);
  await saveClaimLists(tx, key, claim);
  return new RecordKey('Claim', key);
}

/** Changes the claim with this external id, or creates one. */
export const upsertClaim = upsertOf<CreateClaimInput>('Claim', createClaim, updateClaim);

/** Reads the report that a claim quotes. Undefined: it quotes none, or there is no such report. */
async function readReport(
  tx: Tx,
  { passage }: ParsedClaim,
  reportId: string,
): Promise<QuotableReport | undefined> {
  if (!passage) return undefined;
  const [report] = await tx.query<QuotableReport>(
    'select title, body, body_kind as "bodyKind" from report where id = $1',
    [reportId],
  );
  return report;
}

/**
 * Step 3 for the passage: finds the quoted words in the report. Undefined: the input leaves the
 * passage out, or it cannot be checked, because the report is missing.
 */
function findPassage(
  parser: InputParser,
  claim: ParsedClaim,
  report: QuotableReport | undefined,
): Passage | undefined {
  if (claim.passage === null) return absent(Passage);
  return claim.passage && report ? anchorIn(parser, claim, report) : undefined;
}

/**
 * Locates a claim’s passage in a report’s text. Undefined: there is none, or it cannot be located.
 */
export function anchorIn(
  { issues }: InputParser,
  { passage, passagePath }: ParsedClaim,
  report: QuotableReport,
): Passage | undefined {
  if (!passage || issues.has(passagePath)) return undefined;
  return issues.try(() => anchorPassage(passage, report, passagePath));
}

/** An update may repeat the claim’s report (an upsert does), but must not change it. */
function refuseOtherReport(
  parser: InputParser,
  input: Partial<CreateClaimInput>,
  reportId: string,
): void {
  const key = parser.reference(input, ['report', 'reportId'], 'Report', inputPath);
  const path = [...inputPath, fieldIn(input, ['report', 'reportId'])];
  if (key != null && key !== reportId && !parser.issues.has(path))
    parser.issues.add(
      path,
      'The report of a claim cannot change. Withdraw the claim and create a new one.',
    );
}
