import { Arg, Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { pageOf } from '../compiler/page-types.ts';
import { Read, Write } from '../context.ts';
import { parseExplained } from '../records/explained-input.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { Payload } from '../records/payload.ts';
import { descriptionsOf } from '../records/resolver-descriptions.ts';
import { restoreRelation, withdrawRelation } from '../records/withdraw-relation.ts';
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
import { ClaimMarks, ClaimMarksArgs } from './claim-marks/claim-marks.types.ts';
import { marksTables } from './claim-marks/marks-tables.ts';
import './claim-stats/claim-stats.fields.ts';
import { ClaimStats, ClaimStatsArgs } from './claim-stats/claim-stats.types.ts';
import { statsTables } from './claim-stats/stats-tables.ts';
import { restoreClaim } from './restore-claim.ts';

const text = descriptionsOf('claim', 'clm_');

@ObjectType({ description: text.payload })
export class ClaimPayload extends Payload {
  @Field(() => Claim, { description: text.result })
  claim: Claim;
}

@ObjectType({ description: 'The result of a mutation that writes a link between claims.' })
export class ClaimLinkPayload extends Payload {
  @Field(() => ClaimLink, { description: 'The link after the write.' })
  link: ClaimLink;
}

@Resolver()
export class ClaimResolver {
  @Needs('READER')
  @Query(() => Claim, {
    nullable: true,
    description: text.byId,
  })
  claim(@Arg('id', () => ID, { description: text.id }) id: string, @Read() read: Read) {
    return read.recordById(id, ['Claim']);
  }

  @Needs('READER')
  @Query(() => pageOf(Claim), {
    description: `${text.page} By default, the latest \`occurred\` first, undated claims last.`,
  })
  claims(@Args(() => ClaimListArgs) _args: object, @Read() read: Read) {
    return read.connection();
  }

  @Needs('READER')
  @Query(() => ClaimStats, {
    description:
      'Counts claims and adds up their figures, in total and by month, kind, location, faction, ' +
      'source or status.',
  })
  claimStats(@Args(() => ClaimStatsArgs) _args: object, @Read() read: Read) {
    return read.aggregate(statsTables);
  }

  @Needs('READER')
  @Query(() => ClaimMarks, {
    description:
      'Claims for a map or a timeline: how many there are at each place, at each time and of ' +
      'each kind. It is small even for many claims.',
  })
  claimMarks(@Args(() => ClaimMarksArgs) _args: object, @Read() read: Read) {
    return read.aggregate(marksTables);
  }

  @Needs('ANALYST')
  @Mutation(() => ClaimPayload, { description: text.create })
  createClaim(
    @Arg('input', () => CreateClaimInput, { description: text.createInput })
    input: CreateClaimInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ claim: await createClaim(tx, input) }), { readsFirst: true });
  }

  @Needs('ANALYST')
  @Mutation(() => ClaimPayload, {
    description: text.update,
  })
  updateClaim(
    @Arg('id', () => ID, { description: text.idToUpdate })
    id: string,
    @Arg('expectedVersion', () => Int, {
      description: text.expectedVersion,
    })
    expectedVersion: number,
    @Arg('input', () => UpdateClaimInput, { description: text.updateInput })
    input: UpdateClaimInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => {
      const parser = await parseExplained(tx, { input }, rationale);
      return { claim: await updateClaim(tx, id, expectedVersion, input, parser) };
    });
  }

  @Needs('ANALYST')
  @Mutation(() => ClaimPayload, {
    description: text.upsert,
  })
  upsertClaim(
    @Arg('externalId', () => ExternalIdInput, {
      description: text.upsertKey,
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateClaimInput, {
      description: text.upsertInput,
    })
    input: CreateClaimInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      claim: await upsertClaim(tx, externalId, input, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => ClaimPayload, {
    description:
      `${text.withdraw} If the source itself took the claim back, call \`assessClaim\` with ` +
      'the status RETRACTED instead.',
  })
  withdrawClaim(
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
      claim: await withdraw(tx, 'Claim', id, expectedVersion, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => ClaimPayload, { description: text.restore })
  restoreClaim(
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
      claim: await restoreClaim(tx, id, expectedVersion, rationale),
    }));
  }

  @Needs('ANALYST')
  @Mutation(() => ClaimPayload, {
    description:
      'Records an assessment of a claim: its status, and its credibility by the Admiralty code, ' +
      '1–6. Earlier assessments are preserved.',
  })
  assessClaim(
    @Arg('claimId', () => ID, { description: 'The id of the claim to assess: `clm_` and a UUID.' })
    claimId: string,
    @Arg('input', () => AssessmentInput, { description: 'The assessment and its rationale.' })
    input: AssessmentInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ claim: await assessClaim(tx, claimId, input) }));
  }

  @Needs('ANALYST')
  @Mutation(() => ClaimLinkPayload, {
    description: 'Links two claims, for example if one corroborates the other.',
  })
  linkClaims(
    @Arg('input', () => ClaimLinkInput, {
      description: 'The two claims, the kind of link, and the rationale.',
    })
    input: ClaimLinkInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ link: await linkClaims(tx, input) }));
  }

  @Needs('EDITOR')
  @Mutation(() => ClaimLinkPayload, {
    description:
      'Withdraws a link between two claims, which stays readable by its id and in the history of ' +
      'both claims.',
  })
  unlinkClaims(
    @Arg('id', () => ID, { description: 'The id of the link to withdraw: `lnk_` and a UUID.' })
    id: string,
    @Arg('rationale', () => String, {
      description: 'Why the link is withdrawn. The history of both claims shows the reason.',
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      link: await withdrawRelation(tx, 'ClaimLink', id, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => ClaimLinkPayload, {
    description:
      'Restores a withdrawn link between two claims. It is refused if the same link has been ' +
      'recorded since.',
  })
  restoreClaimLink(
    @Arg('id', () => ID, { description: 'The id of the link to restore: `lnk_` and a UUID.' })
    id: string,
    @Arg('rationale', () => String, {
      description: 'Why the link is restored. The history of both claims shows the reason.',
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      link: await restoreRelation(tx, 'ClaimLink', id, rationale),
    }));
  }
}
