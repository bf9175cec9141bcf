import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.entity.ts';
import { Required, TextOf } from '../values/input-fields.ts';
import { Source } from './source.entity.ts';
import { Protection, SourceKind } from './source.enums.ts';

@InputType({
  description:
    'The changes to a source. A field left out stays, null clears, a list replaces the list.',
})
export class UpdateSourceInput {
  @Field(() => SourceKind, { nullable: true, description: 'What kind of source it is.' })
  kind?: SourceKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All names of the source. The first PRIMARY one is shown.',
  })
  names?: NameInput[];

  @TextOf(Source, 'role', {
    nullable: true,
    description: 'What the source is or does, in the few words that reports use.',
  })
  role?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the place where the source is based, `loc_…`.',
  })
  basedInId?: string | null;

  @Field(() => Protection, {
    nullable: true,
    description: 'How the source is to be protected. A new source is PUBLIC by default.',
  })
  protection?: Protection;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The source’s ids in other systems.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The values of a new source.' })
export class CreateSourceInput extends UpdateSourceInput {
  @Required()
  declare kind: SourceKind;

  @Required()
  declare names: NameInput[];
}
