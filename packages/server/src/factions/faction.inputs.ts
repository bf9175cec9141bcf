import { Field, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.entity.ts';
import { FactionKind } from './faction.enums.ts';

@InputType({
  description:
    'A change of a faction: a key left out stays, null clears, a list replaces the list.',
})
export class UpdateFactionInput {
  @Field(() => FactionKind, { nullable: true, description: 'What sort of party it is.' })
  kind?: FactionKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All its names; the first PRIMARY one is shown.',
  })
  names?: NameInput[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Known only as a group, its members unnamed; false unless told.',
  })
  collective?: boolean;

  @Field(() => [ExternalIdInput], { nullable: true, description: 'Its ids in other systems.' })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'A new faction.' })
export class CreateFactionInput extends UpdateFactionInput {
  @Field(() => FactionKind, { description: 'What sort of party it is.' })
  declare kind: FactionKind;

  @Field(() => [NameInput], { description: 'All its names; the first PRIMARY one is shown.' })
  declare names: NameInput[];
}
