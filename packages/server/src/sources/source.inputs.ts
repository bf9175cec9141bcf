import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.entity.ts';
import { NonBlank } from '../values/non-blank.ts';
import { Protection, SourceKind } from './source.enums.ts';

@InputType({
  description: 'A change of a source: a key left out stays, null clears, a list replaces the list.',
})
export class UpdateSourceInput {
  @Field(() => SourceKind, { nullable: true, description: 'What sort of source it is.' })
  kind?: SourceKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All its names; the first PRIMARY one is shown.',
  })
  names?: NameInput[];

  @Field(() => String, {
    nullable: true,
    description: 'What it is or does, in a few words, as reports say.',
  })
  @NonBlank(500)
  role?: string | null;

  @Field(() => ID, { nullable: true, description: 'The place where it is based.' })
  basedInId?: string | null;

  @Field(() => Protection, {
    nullable: true,
    description: 'How it is to be protected; PUBLIC unless told.',
  })
  protection?: Protection;

  @Field(() => [ExternalIdInput], { nullable: true, description: 'Its ids in other systems.' })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'A new source.' })
export class CreateSourceInput extends UpdateSourceInput {
  @Field(() => SourceKind, { description: 'What sort of source it is.' })
  declare kind: SourceKind;

  @Field(() => [NameInput], { description: 'All its names; the first PRIMARY one is shown.' })
  declare names: NameInput[];
}
