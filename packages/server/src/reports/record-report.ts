import { ArrayMaxSize } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { CreateClaimInput } from '../claims/claim.inputs.ts';
import { parseClaim } from '../claims/claim.parse.ts';
import { insertClaims } from '../claims/claim.save.ts';
import { anchorIn } from '../claims/claim.service.ts';
import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { newKey } from '../values/ids.ts';
import { insertNewRecords, readReferences } from './new-records.ts';
import { CreateReportInput } from './report.inputs.ts';
import { checkBodyKind, insertReport, parseReport, textOf, warnOfSame } from './report.write.ts';

@InputType({
  description: 'A report and all its claims, which are written together or not at all.',
})
export class RecordReportInput {
  @Field(() => CreateReportInput, { description: 'The report in which the claims were read.' })
  report: CreateReportInput;

  @Field(() => [CreateClaimInput], {
    description: 'The claims of the report, up to 500. Omit `report` in each.',
  })
  @ArrayMaxSize(500)
  claims: CreateClaimInput[];
}

/**
 * Writes a report and its claims, by the steps that `claim.service.ts` lists.
 * @throws Refusal that names every field that is wrong, in the report and in every claim.
 */
export async function recordReport(
  tx: Tx,
  input: RecordReportInput,
): Promise<{ report: RecordKey; claims: RecordKey[] }> {
  const parser = new InputParser({ input });
  const newRecords = await readReferences(tx, parser);
  const report = parseReport(parser, input.report, [...inputPath, 'report']);
  checkBodyKind(parser, report.columns, [...inputPath, 'report']);
  const claims = input.claims.map((claim, i) => {
    const path = [...inputPath, 'claims', i];
    for (const field of ['report', 'reportId'] as const)
      if (claim[field] != null)
        parser.issues.add(
          [...path, field],
          `Omit ${field}: these claims belong to the report in the same input.`,
        );
    return parseClaim(parser, claim, path);
  });
  const key = newKey();
  await Promise.all([resolveReferences(tx, parser), warnOfSame(tx, key, report)]);
  const text = textOf(report);
  const passages = claims.map((claim) => anchorIn(parser, claim, text));
  parser.issues.throwIfAny();
  await insertNewRecords(tx, newRecords);
  const saved = await insertReport(tx, report, key);
  const newClaims = claims.map((claim, i) => ({
    claim,
    reportId: saved.key,
    passage: passages[i],
  }));
  return { report: saved, claims: insertClaims(tx, newClaims) };
}
