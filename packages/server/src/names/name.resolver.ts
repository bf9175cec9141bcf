import { Arg, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { RecordKey } from '../compiler/payload.ts';
import { Write } from '../context.ts';
import { NameInput } from '../records/name.inputs.ts';
import { Payload } from '../records/payload.ts';
import { markIdentified } from '../records/protection.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import { lockRecord } from '../records/writing.ts';
import { type NamedType, namedTypes } from '../values/record-types.ts';
import { addName } from './add-name.ts';

@ObjectType({ description: 'The result of a mutation that writes a record of any type.' })
export class RecordPayload extends Payload {
  @Field(() => LedgerRecord, { description: 'The record after the write.' })
  record: LedgerRecord;
}

@Resolver()
export class NameResolver {
  @Needs('ANALYST')
  @Mutation(() => RecordPayload, { description: 'Adds a name to a source, faction or location.' })
  addName(
    @Arg('recordId', () => ID, {
      description: 'The id of the record to name: `src_`, `fac_` or `loc_` and a UUID.',
    })
    recordId: string,
    @Arg('name', () => NameInput, { description: 'The name and its language, script and kind.' })
    name: NameInput,
    @Write() write: Write,
  ) {
    return write(async (tx) => {
      const ref = RecordKey.of(recordId, ['recordId'], namedTypes);
      await lockRecord(tx, ref.type as NamedType, recordId, undefined, ['recordId']);
      await addName(tx, ref.type as NamedType, ref.key, name);
      if (ref.type === 'Source') await markIdentified(tx, ref.key);
      return { record: ref };
    });
  }
}
