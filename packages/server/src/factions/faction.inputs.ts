import { Field, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { NameInput } from '../records/name.inputs.ts';
import { Required } from '../values/input-fields.ts';
import { FactionKind } from './faction.enums.ts';

@InputType({
  description:
    'The changes to a faction. An omitted field keeps its value, null clears it, and a list ' +
    'replaces the whole list.',
})
export class UpdateFactionInput {
  @Field(() => FactionKind, { nullable: true, description: 'What kind of party the faction is.' })
  kind?: FactionKind;

  @Field(() => [NameInput], {
    nullable: true,
    description: 'All names of the faction. The first PRIMARY name is displayed.',
  })
  names?: NameInput[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the faction is known only as a group of unnamed members. Default: false.',
  })
  collective?: boolean;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The faction’s external ids: its ids in other systems.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The fields of a new faction.' })
export class CreateFactionInput extends UpdateFactionInput {
  @Required()
  declare kind: FactionKind;

  @Required()
  declare names: NameInput[];
}
