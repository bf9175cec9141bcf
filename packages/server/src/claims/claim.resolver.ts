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
import { AssessmentInput } from './assessment.inputs.ts';
import { assessClaim } from './assessment.service.ts';
import { Claim } from './claim.entity.ts';
import { ClaimListArgs } from './claim.filter.ts';
import { CreateClaimInput, UpdateClaimInput } from './claim.inputs.ts';
import { createClaim, updateClaim, upsertClaim } from './claim.service.ts';
import { ClaimLink } from './claim-link.entity.ts';
import { ClaimLinkInput } from './claim-link.inputs.ts';
import { linkClaims } from './claim-link.service.ts';
import { ClaimStats, ClaimStatsArgs } from './claim-stats/claim-stats.types.ts';
import { statsTables } from './claim-stats/stats-tables.ts';

@ObjectType({ description: 'What a write of a claim answers.' })
export class ClaimPayload extends Payload {
  @Field(() => Claim, { description: 'The claim as it stands after the write.' })
  claim: Claim;
}

@ObjectType({ description: 'What linking claims answers.' })
export class ClaimLinkPayload extends Payload {
  @Field(() => ClaimLink, { description: 'The link.' })
  link: ClaimLink;
}

@Resolver()
export class ClaimResolver {
  @Query(() => Claim, {
    nullable: true,
    description: 'The claim with this id, withdrawn or not. NOT_FOUND and null when there is none.',
  })
  claim(
    @Arg('id', () => ID, { description: '`clm_…`' }) id: string,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.recordById(info, id, ['Claim']);
  }

  @Query(() => pageOf(Claim), { description: 'A page of claims, withdrawn ones left out.' })
  claims(
    @Args(() => ClaimListArgs) _args: object,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.connection(info);
  }

  @Query(() => ClaimStats, {
    description: 'How many claims there are, of what and when, and what their figures add up to.',
  })
  claimStats(
    @Args(() => ClaimStatsArgs) _args: object,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.aggregate(info, statsTables);
  }

  @Mutation(() => ClaimPayload, { description: 'Writes a new claim.' })
  createClaim(
    @Arg('input', () => CreateClaimInput, { description: 'The claim.' }) input: CreateClaimInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ claim: await createClaim(tx, input) }));
  }

  @Mutation(() => ClaimPayload, {
    description:
      'Changes a claim: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version.',
  })
  updateClaim(
    @Arg('id', () => ID, { description: 'Which claim.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('input', () => UpdateClaimInput, { description: 'What is to change.' })
    input: UpdateClaimInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      claim: await updateClaim(tx, id, expectedVersion, input),
    }));
  }

  @Mutation(() => ClaimPayload, {
    description:
      'Changes the claim that has this id in another system, or writes it new. The same call twice changes nothing more.',
  })
  upsertClaim(
    @Arg('externalId', () => ExternalIdInput, {
      description: 'The id in another system that finds it.',
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateClaimInput, { description: 'The claim as it is to be.' })
    input: CreateClaimInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ claim: await upsertClaim(tx, externalId, input) }));
  }

  @Mutation(() => ClaimPayload, {
    description:
      'Takes a claim out of lists and counts; it stays readable by its id and in its history. If its source took it back, `assessClaim` with RETRACTED instead.',
  })
  withdrawClaim(
    @Arg('id', () => ID, { description: 'Which claim.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('rationale', () => String, { description: 'Why.' }) rationale: string,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      claim: await withdraw(tx, 'Claim', id, expectedVersion, rationale),
    }));
  }

  @Mutation(() => ClaimPayload, {
    description: 'Judges a claim: status and Admiralty credibility 1–6. Former judgements stay.',
  })
  assessClaim(
    @Arg('claimId', () => ID, { description: 'Which claim.' }) claimId: string,
    @Arg('input', () => AssessmentInput, { description: 'The judgement.' }) input: AssessmentInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ claim: await assessClaim(tx, claimId, input) }));
  }

  @Mutation(() => ClaimLinkPayload, { description: 'Links two claims.' })
  linkClaims(
    @Arg('input', () => ClaimLinkInput, { description: 'Which, how and why.' })
    input: ClaimLinkInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ link: await linkClaims(tx, input) }));
  }

  @Mutation(() => ClaimLinkPayload, {
    description: 'Takes a link between two claims away; the history keeps it.',
  })
  unlinkClaims(
    @Arg('id', () => ID, { description: 'Which link.' }) id: string,
    @Arg('rationale', () => String, { description: 'Why.' }) rationale: string,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      link: await withdrawRelation(tx, 'ClaimLink', id, rationale),
    }));
  }
}
