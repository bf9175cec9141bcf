import { Arg, Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { Claim } from '../claims/claim.entity.ts';
import { pageOf } from '../compiler/page-types.ts';
import { Read, Write } from '../context.ts';
import { parseExplained } from '../records/explained-input.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { Payload } from '../records/payload.ts';
import { descriptionsOf } from '../records/resolver-descriptions.ts';
import { restore } from '../records/restore.ts';
import { withdraw } from '../records/writing.ts';
import { RecordReportInput, recordReport } from './record-report.ts';
import { Report } from './report.entity.ts';
import { ReportListArgs } from './report.filter.ts';
import { CreateReportInput, UpdateReportInput } from './report.inputs.ts';
import { createReport, updateReport, upsertReport } from './report.service.ts';

const text = descriptionsOf('report', 'rpt_');

@ObjectType({ description: text.payload })
export class ReportPayload extends Payload {
  @Field(() => Report, { description: text.result })
  report: Report;
}

@ObjectType({ description: 'The result of `recordReport`: a report with its claims.' })
export class RecordReportPayload extends Payload {
  @Field(() => Report, { description: text.result })
  report: Report;

  @Field(() => [Claim], { description: 'The claims of the report, in the order of the input.' })
  claims: Claim[];
}

@Resolver()
export class ReportResolver {
  @Needs('READER')
  @Query(() => Report, {
    nullable: true,
    description: text.byId,
  })
  report(@Arg('id', () => ID, { description: text.id }) id: string, @Read() read: Read) {
    return read.recordById(id, ['Report']);
  }

  @Needs('READER')
  @Query(() => pageOf(Report), {
    description: `${text.page} By default, the latest \`published\` first, undated reports last.`,
  })
  reports(@Args(() => ReportListArgs) _args: object, @Read() read: Read) {
    return read.connection();
  }

  @Needs('ANALYST')
  @Mutation(() => ReportPayload, { description: text.create })
  createReport(
    @Arg('input', () => CreateReportInput, { description: text.createInput })
    input: CreateReportInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ report: await createReport(tx, input) }), { readsFirst: true });
  }

  @Needs('ANALYST')
  @Mutation(() => ReportPayload, {
    description: text.update,
  })
  updateReport(
    @Arg('id', () => ID, { description: text.idToUpdate })
    id: string,
    @Arg('expectedVersion', () => Int, {
      description: text.expectedVersion,
    })
    expectedVersion: number,
    @Arg('input', () => UpdateReportInput, { description: text.updateInput })
    input: UpdateReportInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => {
      const parser = await parseExplained(tx, { input }, rationale);
      return { report: await updateReport(tx, id, expectedVersion, input, parser) };
    });
  }

  @Needs('ANALYST')
  @Mutation(() => ReportPayload, {
    description: text.upsert,
  })
  upsertReport(
    @Arg('externalId', () => ExternalIdInput, {
      description: text.upsertKey,
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateReportInput, {
      description: text.upsertInput,
    })
    input: CreateReportInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      report: await upsertReport(tx, externalId, input, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => ReportPayload, {
    description: `${text.withdraw} Records that depend on it are marked \`restsOnWithdrawn\`.`,
  })
  withdrawReport(
    @Arg('id', () => ID, { description: text.idToWithdraw })
    id: string,
    @Arg('expectedVersion', () => Int, {
      description: text.expectedVersion,
    })
    expectedVersion: number,
    @Arg('rationale', () => String, {
      description: text.withdrawRationale,
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      report: await withdraw(tx, 'Report', id, expectedVersion, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => ReportPayload, { description: text.restore })
  restoreReport(
    @Arg('id', () => ID, { description: text.idToRestore })
    id: string,
    @Arg('expectedVersion', () => Int, {
      description: text.expectedVersion,
    })
    expectedVersion: number,
    @Arg('rationale', () => String, {
      description: text.restoreRationale,
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      report: await restore(tx, 'Report', id, expectedVersion, rationale),
    }));
  }

  @Needs('ANALYST')
  @Mutation(() => RecordReportPayload, {
    description:
      'Creates a report and all its claims in one transaction. If one of them is refused, ' +
      'nothing is written.',
  })
  recordReport(
    @Arg('input', () => RecordReportInput, { description: 'The report and the claims read in it.' })
    input: RecordReportInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ ...(await recordReport(tx, input)) }), { readsFirst: true });
  }
}
