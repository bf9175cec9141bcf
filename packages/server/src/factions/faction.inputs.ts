import { Field, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.entity.ts';
import { Required } from '../values/input-fields.ts';
import { FactionKind } from './faction.enums.ts';

@InputType({
  description:
    'The changes to a faction. A field left out stays, null clears, a list replaces the list.',
})
export class UpdateFactionInput {
  @Field(() => FactionKind, { nullable: true, description: 'What kind of party it is.' })
  kind?: FactionKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All names of the faction. The first PRIMARY one is shown.',
  })
  names?: NameInput[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the faction is known only as a group, its members unnamed. By default false.',
  })
  collective?: boolean;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The faction’s ids in other systems.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The values of a new faction.' })
export class CreateFactionInput extends UpdateFactionInput {
  @Required()
  declare kind: FactionKind;

  @Required()
  declare names: NameInput[];
}
