import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { Claim } from '../claims/claim.entity.ts';
import type { JsonText } from '../compiler/execute.ts';
import { pageOf } from '../compiler/page-types.ts';
import type { Context } from '../context.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { Payload } from '../records/payload.ts';
import { withdraw } from '../records/writing.ts';
import { RecordReportInput, recordReport } from './record-report.ts';
import { Report } from './report.entity.ts';
import { ReportListArgs } from './report.filter.ts';
import { CreateReportInput, UpdateReportInput } from './report.inputs.ts';
import { createReport, updateReport, upsertReport } from './report.service.ts';

@ObjectType({ description: 'What a write of a report answers.' })
export class ReportPayload extends Payload {
  @Field(() => Report, { description: 'The report as it stands after the write.' })
  report: Report;
}

@ObjectType({ description: 'What `recordReport` answers.' })
export class RecordReportPayload extends Payload {
  @Field(() => Report, { description: 'The report.' })
  report: Report;

  @Field(() => [Claim], { description: 'Its claims, in the order given.' })
  claims: Claim[];
}

@Resolver()
export class ReportResolver {
  @Query(() => Report, {
    nullable: true,
    description:
      'The report with this id, withdrawn or not. NOT_FOUND and null when there is none.',
  })
  report(
    @Arg('id', () => ID, { description: '`rpt_…`' }) id: string,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.recordById(info, id, ['Report']);
  }

  @Query(() => pageOf(Report), { description: 'A page of reports, withdrawn ones left out.' })
  reports(
    @Args(() => ReportListArgs) _args: object,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.connection(info);
  }

  @Mutation(() => ReportPayload, { description: 'Writes a new report.' })
  createReport(
    @Arg('input', () => CreateReportInput, { description: 'The report.' }) input: CreateReportInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ report: await createReport(tx, input) }));
  }

  @Mutation(() => ReportPayload, {
    description:
      'Changes a report: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version.',
  })
  updateReport(
    @Arg('id', () => ID, { description: 'Which report.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('input', () => UpdateReportInput, { description: 'What is to change.' })
    input: UpdateReportInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      report: await updateReport(tx, id, expectedVersion, input),
    }));
  }

  @Mutation(() => ReportPayload, {
    description:
      'Changes the report that has this id in another system, or writes it new. The same call twice changes nothing more.',
  })
  upsertReport(
    @Arg('externalId', () => ExternalIdInput, {
      description: 'The id in another system that finds it.',
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateReportInput, { description: 'The report as it is to be.' })
    input: CreateReportInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ report: await upsertReport(tx, externalId, input) }));
  }

  @Mutation(() => ReportPayload, {
    description:
      'Takes a report out of lists and counts; it stays readable by its id and in its history. Claims that rest on it are marked.',
  })
  withdrawReport(
    @Arg('id', () => ID, { description: 'Which report.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('rationale', () => String, { description: 'Why.' }) rationale: string,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      report: await withdraw(tx, 'Report', id, expectedVersion, rationale),
    }));
  }

  @Mutation(() => RecordReportPayload, {
    description: 'Writes one report and all its claims, whole or not at all.',
  })
  recordReport(
    @Arg('input', () => RecordReportInput, { description: 'The report and its claims.' })
    input: RecordReportInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, (tx) => recordReport(tx, input).then((written) => ({ ...written })));
  }
}
