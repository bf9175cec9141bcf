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
import { Faction } from './faction.entity.ts';
import { FactionListArgs } from './faction.filter.ts';
import { CreateFactionInput, UpdateFactionInput } from './faction.inputs.ts';
import { createFaction, updateFaction, upsertFaction } from './faction.service.ts';
import { FactionRelation } from './faction-relation.entity.ts';
import { FactionRelationInput } from './faction-relation.inputs.ts';
import { relateFactions } from './faction-relation.service.ts';

@ObjectType({ description: 'What a write of a faction answers.' })
export class FactionPayload extends Payload {
  @Field(() => Faction, { description: 'The faction as it stands after the write.' })
  faction: Faction;
}

@ObjectType({ description: 'What `relateFactions` answers.' })
export class FactionRelationPayload extends Payload {
  @Field(() => FactionRelation, { description: 'The relation.' })
  relation: FactionRelation;
}

@Resolver()
export class FactionResolver {
  @Query(() => Faction, {
    nullable: true,
    description:
      'The faction with this id, withdrawn or not. NOT_FOUND and null when there is none.',
  })
  faction(
    @Arg('id', () => ID, { description: '`fac_…`' }) id: string,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.recordById(info, id, ['Faction']);
  }

  @Query(() => pageOf(Faction), { description: 'A page of factions, withdrawn ones left out.' })
  factions(
    @Args(() => FactionListArgs) _args: object,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.connection(info);
  }

  @Mutation(() => FactionPayload, { description: 'Writes a new faction.' })
  createFaction(
    @Arg('input', () => CreateFactionInput, { description: 'The faction.' })
    input: CreateFactionInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ faction: await createFaction(tx, input) }));
  }

  @Mutation(() => FactionPayload, {
    description:
      'Changes a faction: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version.',
  })
  updateFaction(
    @Arg('id', () => ID, { description: 'Which faction.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('input', () => UpdateFactionInput, { description: 'What is to change.' })
    input: UpdateFactionInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      faction: await updateFaction(tx, id, expectedVersion, input),
    }));
  }

  @Mutation(() => FactionPayload, {
    description:
      'Changes the faction that has this id in another system, or writes it new. The same call twice changes nothing more.',
  })
  upsertFaction(
    @Arg('externalId', () => ExternalIdInput, {
      description: 'The id in another system that finds it.',
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateFactionInput, { description: 'The faction as it is to be.' })
    input: CreateFactionInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ faction: await upsertFaction(tx, externalId, input) }));
  }

  @Mutation(() => FactionPayload, {
    description:
      'Takes a faction out of lists and counts; it stays readable by its id and in its history. Claims that rest on it are marked.',
  })
  withdrawFaction(
    @Arg('id', () => ID, { description: 'Which faction.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('rationale', () => String, { description: 'Why.' }) rationale: string,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      faction: await withdraw(tx, 'Faction', id, expectedVersion, rationale),
    }));
  }

  @Mutation(() => FactionRelationPayload, {
    description:
      'Writes down how one faction is said to stand to another. Where that is written already, with the same dates, the claims are added to it.',
  })
  relateFactions(
    @Arg('input', () => FactionRelationInput, {
      description: 'Who, to whom, how, and which claims say so.',
    })
    input: FactionRelationInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ relation: await relateFactions(tx, input) }));
  }

  @Mutation(() => FactionRelationPayload, {
    description:
      'Takes a relation between factions away; it stays readable by its id and in the history.',
  })
  unrelateFactions(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Arg('rationale', () => String, { description: 'Why.' }) rationale: string,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      relation: await withdrawRelation(tx, 'FactionRelation', id, rationale),
    }));
  }
}
