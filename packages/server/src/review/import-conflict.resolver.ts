import { Arg, Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { pageOf } from '../compiler/page-types.ts';
import { Read, Write } from '../context.ts';
import { Payload } from '../records/payload.ts';
import { ImportConflict } from './import-conflict.entity.ts';
import { ConflictChoice } from './import-conflict.enums.ts';
import { ImportConflictListArgs } from './import-conflict.filter.ts';
import { ResolveImportConflictsInput } from './import-conflict.inputs.ts';
import {
  maxResolved,
  resolveImportConflict,
  resolveImportConflicts,
} from './import-conflict.service.ts';

@ObjectType({ description: 'The result of a mutation that resolves an import conflict.' })
export class ImportConflictPayload extends Payload {
  @Field(() => ImportConflict, { description: 'The conflict after the write.' })
  conflict: ImportConflict;
}

@ObjectType({ description: 'The result of a mutation that resolves several import conflicts.' })
export class ImportConflictsPayload extends Payload {
  @Field(() => Int, { description: 'How many conflicts were resolved.' })
  resolved: number;

  @Field(() => Int, {
    description:
      'How many conflicts were left open, because the value of the file cannot be taken: the ' +
      'record has changed since, or another record has the external id. A value that protects a ' +
      'source less is only taken if the filter has the `id` of the conflict.',
  })
  skipped: number;

  @Field(() => Int, {
    description:
      'How many further open conflicts match the filter. Send the mutation again to resolve them.',
  })
  remaining: number;
}

const choice = 'Whether the record keeps its value or gets the value of the file.';
const rationale = 'Why the value is kept or taken.';

@Resolver()
export class ImportConflictResolver {
  @Needs('READER')
  @Query(() => pageOf(ImportConflict), {
    description:
      'A page of import conflicts, oldest first: differences between imported files and what ' +
      'people decided. By default, those that are open.',
  })
  importConflicts(@Args(() => ImportConflictListArgs) _args: object, @Read() read: Read) {
    return read.connection();
  }

  @Needs('EDITOR')
  @Mutation(() => ImportConflictPayload, {
    description:
      'Resolves an import conflict. Fails with CONFLICT if it is already resolved, or if TAKE ' +
      'would overwrite a value that has changed since the file was imported. Taking a status, ' +
      'credibility or reliability records an assessment or rating with the rationale.',
  })
  resolveImportConflict(
    @Arg('id', () => ID, { description: 'The id of the conflict: `cfl_` and a UUID.' })
    id: string,
    @Arg('choice', () => ConflictChoice, { description: choice })
    chosen: ConflictChoice,
    @Arg('rationale', () => String, { description: rationale })
    reason: string,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({
      conflict: await resolveImportConflict(tx, id, chosen, reason),
    }));
  }

  @Needs('EDITOR')
  @Mutation(() => ImportConflictsPayload, {
    description:
      `Resolves the open import conflicts that match a filter, oldest first, at most ` +
      `${maxResolved.toLocaleString('en')} at a time. Conflicts whose record has changed since ` +
      'are left open.',
  })
  resolveImportConflicts(
    @Arg('input', () => ResolveImportConflictsInput, {
      description: 'The conflicts, and how to resolve them.',
    })
    input: ResolveImportConflictsInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => ({ ...(await resolveImportConflicts(tx, input)) }));
  }
}
