import { Field, ID, Int, ObjectType } from 'type-graphql';
import { maxNamedTexts } from '../identity/named-texts.ts';
import { Payload } from '../records/payload.ts';
import { descriptionsOf } from '../records/resolver-descriptions.ts';
import { Source } from './source.entity.ts';

const text = descriptionsOf('source', 'src_');

@ObjectType({ description: 'A text that names a source which has just been protected or erased.' })
class NamedText {
  @Field(() => ID, { description: 'The id of the record that has the text.' })
  recordId: string;

  @Field(() => String, {
    description: 'Where the text is, such as `statement` or `assessments.rationale`.',
  })
  field: string;
}

@ObjectType({
  description:
    'The texts that name a source which has just been protected or erased. Decide about each.',
})
class NamedTexts {
  @Field(() => Int, { description: 'How many texts there are.' })
  count: number;

  @Field(() => [NamedText], {
    description: `The first ${maxNamedTexts.toLocaleString('en')} of them.`,
  })
  first: NamedText[];
}

@ObjectType({ description: text.payload })
export class SourcePayload extends Payload {
  @Field(() => Source, { description: text.result })
  source: Source;

  @Field(() => NamedTexts, {
    nullable: true,
    description:
      'Where free text of the ledger still names the source. Null: the write neither protected a ' +
      'public source nor erased one.',
  })
  namedTexts: NamedTexts | null;
}
