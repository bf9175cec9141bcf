import { Arg, Args, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { pageOf } from '../compiler/page-types.ts';
import { Read, Write } from '../context.ts';
import { eraseSource } from '../identity/erase-source.ts';
import { parseExplained } from '../records/explained-input.ts';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { descriptionsOf } from '../records/resolver-descriptions.ts';
import { restore } from '../records/restore.ts';
import { withdraw } from '../records/writing.ts';
import { RatingInput } from './rating.inputs.ts';
import { rateSource } from './rating.service.ts';
import { Source } from './source.entity.ts';
import { SourceListArgs } from './source.filter.ts';
import { CreateSourceInput, UpdateSourceInput } from './source.inputs.ts';
import { SourcePayload } from './source.payload.ts';
import { createSource, updateSource, upsertSource } from './source.service.ts';

const text = descriptionsOf('source', 'src_');

@Resolver()
export class SourceResolver {
  @Needs('READER')
  @Query(() => Source, {
    nullable: true,
    description: text.byId,
  })
  source(@Arg('id', () => ID, { description: text.id }) id: string, @Read() read: Read) {
    return read.recordById(id, ['Source']);
  }

  @Needs('READER')
  @Query(() => pageOf(Source), {
    description: `${text.page} By default, by name.`,
  })
  sources(@Args(() => SourceListArgs) _args: object, @Read() read: Read) {
    return read.connection();
  }

  @Needs('ANALYST')
  @Mutation(() => SourcePayload, { description: text.create })
  createSource(
    @Arg('input', () => CreateSourceInput, { description: text.createInput })
    input: CreateSourceInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ source: await createSource(tx, input) }), { readsFirst: true });
  }

  @Needs('ANALYST')
  @Mutation(() => SourcePayload, {
    description: text.update,
  })
  updateSource(
    @Arg('id', () => ID, { description: text.idToUpdate })
    id: string,
    @Arg('expectedVersion', () => Int, {
      description: text.expectedVersion,
    })
    expectedVersion: number,
    @Arg('input', () => UpdateSourceInput, { description: text.updateInput })
    input: UpdateSourceInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => {
      const parser = await parseExplained(tx, { input }, rationale);
      const options = { parser, rationale };
      const { source, named } = await updateSource(tx, id, expectedVersion, input, options);
      return { source, namedTexts: named };
    });
  }

  @Needs('ANALYST')
  @Mutation(() => SourcePayload, {
    description: text.upsert,
  })
  upsertSource(
    @Arg('externalId', () => ExternalIdInput, {
      description: text.upsertKey,
    })
    externalId: ExternalIdInput,
    @Arg('input', () => CreateSourceInput, {
      description: text.upsertInput,
    })
    input: CreateSourceInput,
    @Arg('rationale', () => String, { nullable: true, description: text.updateRationale })
    rationale: string | null | undefined,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      source: await upsertSource(tx, externalId, input, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => SourcePayload, {
    description: `${text.withdraw} Records that depend on it are marked \`restsOnWithdrawn\`.`,
  })
  withdrawSource(
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
      source: await withdraw(tx, 'Source', id, expectedVersion, rationale),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => SourcePayload, { description: text.restore })
  restoreSource(
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
      source: await restore(tx, 'Source', id, expectedVersion, rationale),
    }));
  }

  @Needs('ADMIN')
  @Mutation(() => SourcePayload, {
    description:
      'Erases who a source is, for a legal reason: names, role, affiliations, location, external ' +
      'ids and notes, in the history and in imported rows, too. This cannot be undone. The ' +
      'source stays, with a pseudonym, `erasedAt`, and another id if it was public. Its claims ' +
      'stay. `namedTexts` lists the texts that still name it. Backups made before still have it.',
  })
  eraseSource(
    @Arg('id', () => ID, { description: 'The id of the source to erase: `src_` and a UUID.' })
    id: string,
    @Arg('rationale', () => String, {
      description: 'The legal reason. The source’s history shows it, so do not name the source.',
    })
    rationale: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ ...(await eraseSource(tx, id, rationale)) }));
  }

  @Needs('ANALYST')
  @Mutation(() => SourcePayload, {
    description:
      'Rates the reliability of a source by the Admiralty code, A–F. Earlier ratings are ' +
      'preserved.',
  })
  rateSource(
    @Arg('sourceId', () => ID, { description: 'The id of the source to rate: `src_` and a UUID.' })
    sourceId: string,
    @Arg('input', () => RatingInput, { description: 'The rating and its rationale.' })
    input: RatingInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ source: await rateSource(tx, sourceId, input) }));
  }
}
