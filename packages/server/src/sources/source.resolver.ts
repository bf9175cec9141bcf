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
import type { JsonText } from '../compiler/execute.ts';
import { pageOf } from '../compiler/page-types.ts';
import type { Context } from '../context.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { Payload } from '../records/payload.ts';
import { withdrawRelation } from '../records/withdraw-relation.ts';
import { withdraw } from '../records/writing.ts';
import { Affiliation } from './affiliation.entity.ts';
import { AffiliationInput } from './affiliation.inputs.ts';
import { affiliateSource } from './affiliation.service.ts';
import { RatingInput } from './rating.inputs.ts';
import { rateSource } from './rating.service.ts';
import { Source } from './source.entity.ts';
import { SourceListArgs } from './source.filter.ts';
import { CreateSourceInput, UpdateSourceInput } from './source.inputs.ts';
import { createSource, updateSource, upsertSource } from './source.service.ts';

@ObjectType({ description: 'What a write of a source answers.' })
export class SourcePayload extends Payload {
  @Field(() => Source, { description: 'The source as it stands after the write.' })
  source: Source;
}

@ObjectType({ description: 'What `affiliateSource` answers.' })
export class AffiliationPayload extends Payload {
  @Field(() => Affiliation, { description: 'The affiliation.' })
  affiliation: Affiliation;
}

@Resolver()
export class SourceResolver {
  @Query(() => Source, {
    nullable: true,
    description:
      'The source with this id, withdrawn or not. NOT_FOUND and null when there is none.',
  })
  source(
    @Arg('id', () => ID, { description: '`src_…`' }) id: string,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.recordById(info, id, ['Source']);
  }

  @Query(() => pageOf(Source), { description: 'A page of sources, withdrawn ones left out.' })
  sources(
    @Args(() => SourceListArgs) _args: object,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.connection(info);
  }

  @Mutation(() => SourcePayload, { description: 'Writes a new source.' })
  createSource(
    @Arg('input', () => CreateSourceInput, { description: 'The source.' }) input: CreateSourceInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ source: await createSource(tx, input) }));
  }

  @Mutation(() => SourcePayload, {
    description:
      'Changes a source: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version.',
  })
  updateSource(
    @Arg('id', () => ID, { description: 'Which source.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('input', () => UpdateSourceInput, { description: 'What is to change.' })
    input: UpdateSourceInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      source: await updateSource(tx, id, expectedVersion, input),
    }));
  }

  @Mutation(() => SourcePayload, {
    description:
      'Changes the source that has this id in another system, or writes it new. The same call twice changes nothing more.',
  })
  upsertSource(
    @Arg('externalId', () => ExternalIdInput, {
      description: 'The id in another system that finds it.',
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateSourceInput, { description: 'The source as it is to be.' })
    input: CreateSourceInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ source: await upsertSource(tx, externalId, input) }));
  }

  @Mutation(() => SourcePayload, {
    description:
      'Takes a source out of lists and counts; it stays readable by its id and in its history. Claims that rest on it are marked.',
  })
  withdrawSource(
    @Arg('id', () => ID, { description: 'Which source.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('rationale', () => String, { description: 'Why.' }) rationale: string,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      source: await withdraw(tx, 'Source', id, expectedVersion, rationale),
    }));
  }

  @Mutation(() => SourcePayload, {
    description: 'Judges a source’s reliability, Admiralty A–F. Former judgements stay.',
  })
  rateSource(
    @Arg('sourceId', () => ID, { description: 'Which source.' }) sourceId: string,
    @Arg('input', () => RatingInput, { description: 'The judgement.' }) input: RatingInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ source: await rateSource(tx, sourceId, input) }));
  }

  @Mutation(() => AffiliationPayload, {
    description:
      'Writes down that a source is said to belong to a faction or another source. Where that is written already, with the same dates, the claims are added to it.',
  })
  affiliateSource(
    @Arg('input', () => AffiliationInput, { description: 'Who, to whom, and which claims say so.' })
    input: AffiliationInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ affiliation: await affiliateSource(tx, input) }));
  }

  @Mutation(() => AffiliationPayload, {
    description: 'Takes an affiliation away; it stays readable by its id and in the history.',
  })
  unaffiliateSource(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Arg('rationale', () => String, { description: 'Why.' }) rationale: string,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      affiliation: await withdrawRelation(tx, 'Affiliation', id, rationale),
    }));
  }
}
