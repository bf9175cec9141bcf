import { Arg, Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { pageOf } from '../compiler/page-types.ts';
import { Read, Write } from '../context.ts';
import { parseExplained } from '../records/explained-input.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { Payload } from '../records/payload.ts';
import { descriptionsOf } from '../records/resolver-descriptions.ts';
import { restore } from '../records/restore.ts';
import { withdraw } from '../records/writing.ts';
import { Location } from './location.entity.ts';
import { LocationListArgs } from './location.filter.ts';
import { CreateLocationInput, UpdateLocationInput } from './location.inputs.ts';
import { createLocation, updateLocation, upsertLocation } from './location.service.ts';

const text = descriptionsOf('location', 'loc_');

@ObjectType({ description: text.payload })
export class LocationPayload extends Payload {
  @Field(() => Location, { description: text.result })
  location: Location;
}

@Resolver()
export class LocationResolver {
  @Needs('READER')
  @Query(() => Location, {
    nullable: true,
    description: text.byId,
  })
  location(@Arg('id', () => ID, { description: text.id }) id: string, @Read() read: Read) {
    return read.recordById(id, ['Location']);
  }

  @Needs('READER')
  @Query(() => pageOf(Location), {
    description: `${text.page} By default, by name.`,
  })
  locations(@Args(() => LocationListArgs) _args: object, @Read() read: Read) {
    return read.connection();
  }

  @Needs('ANALYST')
  @Mutation(() => LocationPayload, { description: text.create })
  createLocation(
    @Arg('input', () => CreateLocationInput, { description: text.createInput })
    input: CreateLocationInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ location: await createLocation(tx, input) }), {
      readsFirst: true,
    });
  }

  @Needs('ANALYST')
  @Mutation(() => LocationPayload, {
    description: text.update,
  })
  updateLocation(
    @Arg('id', () => ID, { description: text.idToUpdate })
    id: string,
    @Arg('expectedVersion', () => Int, {
      description: text.expectedVersion,
    })
    expectedVersion: number,
    @Arg('input', () => UpdateLocationInput, { description: text.updateInput })
    input: UpdateLocationInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => {
      const parser = await parseExplained(tx, { input }, rationale);
      return { location: await updateLocation(tx, id, expectedVersion, input, parser) };
    });
  }

  @Needs('ANALYST')
  @Mutation(() => LocationPayload, {
    description: text.upsert,
  })
  upsertLocation(
    @Arg('externalId', () => ExternalIdInput, {
      description: text.upsertKey,
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateLocationInput, {
      description: text.upsertInput,
    })
    input: CreateLocationInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      location: await upsertLocation(tx, externalId, input, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => LocationPayload, {
    description: `${text.withdraw} Records that depend on it are marked \`restsOnWithdrawn\`.`,
  })
  withdrawLocation(
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
      location: await withdraw(tx, 'Location', id, expectedVersion, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => LocationPayload, { description: text.restore })
  restoreLocation(
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
      location: await restore(tx, 'Location', id, expectedVersion, rationale),
    }));
  }
}
