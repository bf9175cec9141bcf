import { Arg, ID, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { Read } from '../context.ts';
import { RecordType } from '../values/enums.ts';
import { nodeTypes } from '../values/ids.ts';
import { recordNameOf, recordTypes } from '../values/record-types.ts';
import { ExternalIdInput } from './external-id.entity.ts';
import { Node } from './node.ts';
import { LedgerRecord } from './record.entity.ts';
import { hasExternalId } from './text.ts';

@Resolver()
export class RecordResolver {
  @Needs('READER')
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
    return read.recordById(id, nodeTypes);
  }

  @Needs('READER')
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
}
