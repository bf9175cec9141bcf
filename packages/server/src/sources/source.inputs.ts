import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.inputs.ts';
import { LocationRefInput } from '../records/ref.inputs.ts';
import { NonBlank, Required, TextOf } from '../values/input-fields.ts';
import { Source } from './source.entity.ts';
import { Protection, SourceKind } from './source.enums.ts';

/** The most characters of the notes on who a source is. */
const maxNotes = 5_000;

@InputType({
  description:
    'The changes to a source. An omitted field keeps its value, null clears it, and a list ' +
    'replaces the whole list.',
})
export class UpdateSourceInput {
  @Field(() => SourceKind, {
    nullable: true,
    description: 'What kind of source this is.',
  })
  kind?: SourceKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All names of the source. The first PRIMARY name is displayed.',
  })
  names?: NameInput[];

  @TextOf(Source, 'role', {
    nullable: true,
    description:
      'What the source is or does in a few words, as reports put it, such as "army spokesman".',
  })
  role?: string | null;

  @Field(() => LocationRefInput, {
    nullable: true,
    description: 'The location where the source is based.',
  })
  basedIn?: LocationRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the location where the source is based, `loc_…`.',
    deprecationReason: 'Use `basedIn`.',
  })
  basedInId?: string | null;

  @Field(() => Protection, {
    nullable: true,
    description:
      'How the identity of the source must be protected. A new source is PUBLIC by default.',
  })
  protection?: Protection;

  @Field(() => String, {
    nullable: true,
    description:
      'Notes on who a protected source is, such as its affiliations. They are sealed with its ' +
      `identity. Refused for a PUBLIC source. Up to ${maxNotes.toLocaleString('en')} characters.`,
  })
  @NonBlank(maxNotes)
  identityNotes?: string | null;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The source’s external ids: its ids in other systems.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The fields of a new source.' })
export class CreateSourceInput extends UpdateSourceInput {
  @Required()
  declare kind: SourceKind;

  @Required()
  declare names: NameInput[];
}
