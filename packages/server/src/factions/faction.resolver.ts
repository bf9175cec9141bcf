import { Arg, Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { pageOf } from '../compiler/page-types.ts';
import { Read, Write } from '../context.ts';
import { parseExplained } from '../records/explained-input.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { Payload } from '../records/payload.ts';
import { descriptionsOf } from '../records/resolver-descriptions.ts';
import { restore } from '../records/restore.ts';
import { restoreRelation, withdrawRelation } from '../records/withdraw-relation.ts';
import { withdraw } from '../records/writing.ts';
import { Faction } from './faction.entity.ts';
import { FactionListArgs } from './faction.filter.ts';
import { CreateFactionInput, UpdateFactionInput } from './faction.inputs.ts';
import { createFaction, updateFaction, upsertFaction } from './faction.service.ts';
import { FactionRelation } from './faction-relation.entity.ts';
import { FactionRelationInput } from './faction-relation.inputs.ts';
import { relateFactions } from './faction-relation.service.ts';

const text = descriptionsOf('faction', 'fac_');

@ObjectType({ description: text.payload })
export class FactionPayload extends Payload {
  @Field(() => Faction, { description: text.result })
  faction: Faction;
}

@ObjectType({ description: 'The result of a mutation that writes a relation between factions.' })
export class FactionRelationPayload extends Payload {
  @Field(() => FactionRelation, { description: 'The relation after the write.' })
  relation: FactionRelation;
}

@Resolver()
export class FactionResolver {
  @Needs('READER')
  @Query(() => Faction, {
    nullable: true,
    description: text.byId,
  })
  faction(@Arg('id', () => ID, { description: text.id }) id: string, @Read() read: Read) {
    return read.recordById(id, ['Faction']);
  }

  @Needs('READER')
  @Query(() => pageOf(Faction), {
    description: `${text.page} By default, by name.`,
  })
  factions(@Args(() => FactionListArgs) _args: object, @Read() read: Read) {
    return read.connection();
  }

  @Needs('ANALYST')
  @Mutation(() => FactionPayload, { description: text.create })
  createFaction(
    @Arg('input', () => CreateFactionInput, { description: text.createInput })
    input: CreateFactionInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ faction: await createFaction(tx, input) }), { readsFirst: true });
  }

  @Needs('ANALYST')
  @Mutation(() => FactionPayload, {
    description: text.update,
  })
  updateFaction(
    @Arg('id', () => ID, { description: text.idToUpdate })
    id: string,
    @Arg('expectedVersion', () => Int, {
      description: text.expectedVersion,
    })
    expectedVersion: number,
    @Arg('input', () => UpdateFactionInput, { description: text.updateInput })
    input: UpdateFactionInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => {
      const parser = await parseExplained(tx, { input }, rationale);
      return { faction: await updateFaction(tx, id, expectedVersion, input, parser) };
    });
  }

  @Needs('ANALYST')
  @Mutation(() => FactionPayload, {
    description: text.upsert,
  })
  upsertFaction(
    @Arg('externalId', () => ExternalIdInput, {
      description: text.upsertKey,
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateFactionInput, {
      description: text.upsertInput,
    })
    input: CreateFactionInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      faction: await upsertFaction(tx, externalId, input, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => FactionPayload, {
    description: `${text.withdraw} Records that depend on it are marked \`restsOnWithdrawn\`.`,
  })
  withdrawFaction(
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
      faction: await withdraw(tx, 'Faction', id, expectedVersion, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => FactionPayload, { description: text.restore })
  restoreFaction(
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
      faction: await restore(tx, 'Faction', id, expectedVersion, rationale),
    }));
  }

  @Needs('ANALYST')
  @Mutation(() => FactionRelationPayload, {
    description:
      'Records that one faction is said to relate to another. If the same relation with the same ' +
      'dates exists, the claims are added to that relation.',
  })
  relateFactions(
    @Arg('input', () => FactionRelationInput, {
      description:
        'The two factions, the kind of relation, its dates, and the claims that assert the ' +
        'relation.',
    })
    input: FactionRelationInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ relation: await relateFactions(tx, input) }));
  }

  @Needs('EDITOR')
  @Mutation(() => FactionRelationPayload, {
    description:
      'Withdraws a relation between factions, which stays readable by its id and in the history ' +
      'of both factions.',
  })
  unrelateFactions(
    @Arg('id', () => ID, { description: 'The id of the relation to withdraw: `rel_` and a UUID.' })
    id: string,
    @Arg('rationale', () => String, {
      description: 'Why the relation is withdrawn. The history of both factions shows the reason.',
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      relation: await withdrawRelation(tx, 'FactionRelation', id, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => FactionRelationPayload, {
    description:
      'Restores a withdrawn relation between factions. It is refused if the same relation has ' +
      'been recorded since.',
  })
  restoreFactionRelation(
    @Arg('id', () => ID, { description: 'The id of the relation to restore: `rel_` and a UUID.' })
    id: string,
    @Arg('rationale', () => String, {
      description: 'Why the relation is restored. The history of both factions shows the reason.',
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      relation: await restoreRelation(tx, 'FactionRelation', id, rationale),
    }));
  }
}
