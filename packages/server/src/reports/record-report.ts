import { ArrayMaxSize } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { CreateClaimInput } from '../claims/claim.inputs.ts';
import { createClaim } from '../claims/claim.service.ts';
import type { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { Issues } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';
import { CreateReportInput } from './report.inputs.ts';
import { createReport } from './report.service.ts';

@InputType({ description: 'A report and all its claims, whole or not at all.' })
export class RecordReportInput {
  @Field(() => CreateReportInput, { description: 'The report.' })
  report: CreateReportInput;

  @Field(() => [CreateClaimInput], {
    description: 'Its claims, up to 500; `reportId` is left out.',
  })
  @ArrayMaxSize(500)
  claims: CreateClaimInput[];
}

/** @throws Refusal naming what is wrong in every claim; nothing is written then. */
export async function recordReport(
  tx: Tx,
  { report, claims }: RecordReportInput,
): Promise<{ report: RecordKey; claims: RecordKey[] }> {
  const written = await createReport(tx, report, ['input', 'report']);
  const reportId = idOf('Report', written.key);
  const refs: RecordKey[] = [];
  const issues = new Issues();
  for (const [i, claim] of claims.entries()) {
    const path = ['input', 'claims', i];
    if (claim.reportId != null)
      issues.add(
        [...path, 'reportId'],
        'Leave reportId out: these claims belong to the report beside them.',
      );
    const ref = await issues.tryAsync(() =>
      createClaim(tx, Object.assign(claim, { reportId }), path),
    );
    if (ref) refs.push(ref);
  }
  issues.refuse();
  return { report: written, claims: refs };
}
