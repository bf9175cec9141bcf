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
import { withdraw } from '../records/writing.ts';
import { Location } from './location.entity.ts';
import { LocationListArgs } from './location.filter.ts';
import { CreateLocationInput, UpdateLocationInput } from './location.inputs.ts';
import { createLocation, updateLocation, upsertLocation } from './location.service.ts';

@ObjectType({ description: 'What a write of a place answers.' })
export class LocationPayload extends Payload {
  @Field(() => Location, { description: 'The place as it stands after the write.' })
  location: Location;
}

@Resolver()
export class LocationResolver {
  @Query(() => Location, {
    nullable: true,
    description: 'The place with this id, withdrawn or not. NOT_FOUND and null when there is none.',
  })
  location(
    @Arg('id', () => ID, { description: '`loc_…`' }) id: string,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.recordById(info, id, ['Location']);
  }

  @Query(() => pageOf(Location), { description: 'A page of locations, withdrawn ones left out.' })
  locations(
    @Args(() => LocationListArgs) _args: object,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.connection(info);
  }

  @Mutation(() => LocationPayload, { description: 'Writes a new place.' })
  createLocation(
    @Arg('input', () => CreateLocationInput, { description: 'The place.' })
    input: CreateLocationInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ location: await createLocation(tx, input) }));
  }

  @Mutation(() => LocationPayload, {
    description:
      'Changes a place: a key left out stays, null clears, a list replaces the list. CONFLICT on a stale version.',
  })
  updateLocation(
    @Arg('id', () => ID, { description: 'Which place.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('input', () => UpdateLocationInput, { description: 'What is to change.' })
    input: UpdateLocationInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      location: await updateLocation(tx, id, expectedVersion, input),
    }));
  }

  @Mutation(() => LocationPayload, {
    description:
      'Changes the place that has this id in another system, or writes it new. The same call twice changes nothing more.',
  })
  upsertLocation(
    @Arg('externalId', () => ExternalIdInput, {
      description: 'The id in another system that finds it.',
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateLocationInput, { description: 'The place as it is to be.' })
    input: CreateLocationInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({ location: await upsertLocation(tx, externalId, input) }));
  }

  @Mutation(() => LocationPayload, {
    description:
      'Takes a place out of lists and counts; it stays readable by its id and in its history. Claims that rest on it are marked.',
  })
  withdrawLocation(
    @Arg('id', () => ID, { description: 'Which place.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version you read.' })
    expectedVersion: number,
    @Arg('rationale', () => String, { description: 'Why.' }) rationale: string,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => ({
      location: await withdraw(tx, 'Location', id, expectedVersion, rationale),
    }));
  }
}
