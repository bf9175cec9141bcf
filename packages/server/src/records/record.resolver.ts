import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { JsonText } from '../compiler/execute.ts';
import { RecordKey } from '../compiler/payload.ts';
import type { Context } from '../context.ts';
import { RecordType } from '../values/enums.ts';
import { type NamedType, namedTypes, recordNameOf, recordTypes } from '../values/record-types.ts';
import { ExternalIdInput } from './external-id.entity.ts';
import { NameInput } from './name.entity.ts';
import { addName } from './names.ts';
import { Node } from './node.ts';
import { Payload } from './payload.ts';
import { LedgerRecord } from './record.entity.ts';
import { hasExternalId } from './text.ts';
import { lockRecord } from './writing.ts';

@ObjectType({ description: 'What a write of any record answers.' })
export class RecordPayload extends Payload {
  @Field(() => LedgerRecord, { description: 'The record as it stands after the write.' })
  record: LedgerRecord;
}

@Resolver()
export class RecordResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Whatever has this id: a record, a link, a relation, a name, a figure. NOT_FOUND and null when there is none.',
  })
  node(
    @Arg('id', () => ID, { description: 'Any id.' }) id: string,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.recordById(info, id);
  }

  @Query(() => LedgerRecord, {
    nullable: true,
    description:
      'The record of a type that has this id in another system. Null when there is none.',
  })
  record(
    @Arg('type', () => RecordType, { description: 'The type of the record.' }) type: RecordType,
    @Arg('externalId', () => ExternalIdInput, {
      description: 'Its id in another system: a UCDP event, a P-code, a Wikidata item.',
    })
    externalId: ExternalIdInput,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText | null> {
    const name = recordNameOf(type);
    return read.recordWhere(info, name, (row) =>
      hasExternalId(externalId, row, recordTypes[name].keyColumn),
    );
  }

  @Mutation(() => RecordPayload, { description: 'Adds a name to a source, faction or place.' })
  addName(
    @Arg('recordId', () => ID, { description: 'Whose name it is.' }) recordId: string,
    @Arg('name', () => NameInput, { description: 'The name.' }) name: NameInput,
    @Ctx() { write }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return write(info, async (tx) => {
      const ref = RecordKey.of(recordId, ['recordId'], namedTypes);
      await lockRecord(tx, ref.type as NamedType, recordId, undefined, ['recordId']);
      await addName(tx, ref.type as NamedType, ref.key, name);
      return { record: ref };
    });
  }
}
