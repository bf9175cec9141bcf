import { Arg, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { RecordKey } from '../compiler/payload.ts';
import { Read, Write } from '../context.ts';
import { RecordType } from '../values/enums.ts';
import { type NamedType, namedTypes, recordNameOf, recordTypes } from '../values/record-types.ts';
import { ExternalIdInput } from './external-id.entity.ts';
import { NameInput } from './name.entity.ts';
import { addName } from './names.ts';
import { Node } from './node.ts';
import { Payload } from './payload.ts';
import { markIdentified, warnOfProtection } from './protection.ts';
import { LedgerRecord } from './record.entity.ts';
import { hasExternalId } from './text.ts';
import { lockRecord } from './writing.ts';

@ObjectType({ description: 'The result of a mutation that writes a record of any type.' })
export class RecordPayload extends Payload {
  @Field(() => LedgerRecord, { description: 'The record after the write.' })
  record: LedgerRecord;
}

@Resolver()
export class RecordResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'The object with this id: a record, link, relation, affiliation, name or figure. Null, ' +
      'with the error NOT_FOUND: there is none.',
  })
  node(
    @Arg('id', () => ID, {
      description: 'An id of any type: its prefix, such as `clm_`, and a UUID.',
    })
    id: string,
    @Read() read: Read,
  ) {
    return read.recordById(id);
  }

  @Query(() => LedgerRecord, {
    nullable: true,
    description: 'The record that has this external id. Null: there is none.',
  })
  record(
    @Arg('type', () => RecordType, { description: 'The type of the record to find.' })
    type: RecordType,
    @Arg('externalId', () => ExternalIdInput, {
      description:
        'The external id, such as that of a UCDP event, an OCHA P-code or a Wikidata item.',
    })
    externalId: ExternalIdInput,
    @Read() read: Read,
  ) {
    const name = recordNameOf(type);
    return read.recordWhere(name, (row) =>
      hasExternalId(externalId, row, recordTypes[name].keyColumn),
    );
  }

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
      if (ref.type === 'Source') {
        await markIdentified(tx, ref.key);
        await warnOfProtection(tx, ref.key);
      }
      return { record: ref };
    });
  }
}
