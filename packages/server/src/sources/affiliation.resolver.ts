import { Arg, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { Write } from '../context.ts';
import { Payload } from '../records/payload.ts';
import { restoreRelation, withdrawRelation } from '../records/withdraw-relation.ts';
import { Affiliation } from './affiliation.entity.ts';
import { AffiliationInput } from './affiliation.inputs.ts';
import { affiliateSource } from './affiliation.service.ts';

@ObjectType({ description: 'The result of a mutation that writes an affiliation.' })
export class AffiliationPayload extends Payload {
  @Field(() => Affiliation, { description: 'The affiliation after the write.' })
  affiliation: Affiliation;
}

@Resolver()
export class AffiliationResolver {
  @Needs('ANALYST')
  @Mutation(() => AffiliationPayload, {
    description:
      'Records that a source is said to belong to a faction or another source. If an affiliation ' +
      'with the same role and dates exists, the claims are added to that affiliation.',
  })
  affiliateSource(
    @Arg('input', () => AffiliationInput, {
      description:
        'The source, what it belongs to, the dates, and the claims that assert the affiliation.',
    })
    input: AffiliationInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ affiliation: await affiliateSource(tx, input) }));
  }

  @Needs('EDITOR')
  @Mutation(() => AffiliationPayload, {
    description:
      'Withdraws an affiliation, which stays readable by its id and in the source’s history.',
  })
  unaffiliateSource(
    @Arg('id', () => ID, {
      description: 'The id of the affiliation to withdraw: `aff_` and a UUID.',
    })
    id: string,
    @Arg('rationale', () => String, {
      description: 'Why the affiliation is withdrawn. The source’s history shows the reason.',
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      affiliation: await withdrawRelation(tx, 'Affiliation', id, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => AffiliationPayload, {
    description:
      'Restores a withdrawn affiliation. It is refused if the same affiliation has been ' +
      'recorded since.',
  })
  restoreAffiliation(
    @Arg('id', () => ID, {
      description: 'The id of the affiliation to restore: `aff_` and a UUID.',
    })
    id: string,
    @Arg('rationale', () => String, {
      description: 'Why the affiliation is restored. The source’s history shows the reason.',
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      affiliation: await restoreRelation(tx, 'Affiliation', id, rationale),
    }));
  }
}
