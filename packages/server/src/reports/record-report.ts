import { ArrayMaxSize } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { CreateClaimInput } from '../claims/claim.inputs.ts';
import { parseClaim } from '../claims/claim.parse.ts';
import { anchorIn, insertClaim } from '../claims/claim.service.ts';
import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { InputParser, inputPath } from '../records/input-parser.ts';
import { resolveReferences } from '../records/references.ts';
import { CreateReportInput } from './report.inputs.ts';
import { checkBodyKind, insertReport, type ParsedReport, parseReport } from './report.service.ts';

@InputType({
  description: 'A report and all its claims, which are written together or not at all.',
})
export class RecordReportInput {
  @Field(() => CreateReportInput, { description: 'The report in which the claims were read.' })
  report: CreateReportInput;

  @Field(() => [CreateClaimInput], {
    description: 'The claims of the report, up to 500. Omit `reportId` in each.',
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
  const report = parseReport(parser, input.report, [...inputPath, 'report']);
  checkBodyKind(parser, report.columns, [...inputPath, 'report']);
  const claims = input.claims.map((claim, i) => {
    const path = [...inputPath, 'claims', i];
    if (claim.reportId != null)
      parser.issues.add(
        [...path, 'reportId'],
        'Omit reportId: these claims belong to the report in the same input.',
      );
    return parseClaim(parser, claim, path);
  });
  await resolveReferences(tx, parser);
  const text = textOf(report);
  const passages = claims.map((claim) => anchorIn(parser, claim, text));
  parser.issues.throwIfAny();
  const saved = await insertReport(tx, report);
  const refs: RecordKey[] = [];
  for (const [i, claim] of claims.entries())
    refs.push(await insertClaim(tx, claim, saved.key, passages[i]));
  return { report: saved, claims: refs };
}

const textOf = ({ columns: { title = '', body = null, bodyKind = null } }: ParsedReport) => ({
  title,
  body,
  bodyKind,
});
