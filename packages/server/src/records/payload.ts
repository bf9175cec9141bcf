import { Field, ID, ObjectType } from 'type-graphql';
import { closedList } from '../values/enums.ts';

export const WarningCode = closedList(
  'WarningCode',
  'What a warning about a successful write says.',
  {
    SAME_URL:
      'Another report has the same URL. It may be a reprint, or the same report entered twice.',
    SAME_BODY: 'Another report has the same body, byte for byte.',
    SAME_NAME:
      'A record that the input describes as new has the name of another record. It may be the ' +
      'same person, group or place, entered twice.',
    REFERS_TO_WITHDRAWN: 'The input, or the restored record, refers to a withdrawn record.',
    LIST_SHORTENED: 'The update made a list shorter. A list in an update replaces the whole list.',
    PROTECTION_NOT_ENFORCED:
      'No longer sent, because the identity of a protected source is sealed.',
    DATE_WITHOUT_BOUNDS:
      'A date has no bounds, such as a season or `~` without them. Filters treat it as undated. ' +
      'The message names the field.',
    RESTS_ON_WITHDRAWN:
      'Other records depend on the withdrawn record. Their `restsOnWithdrawn` is now true.',
    NO_MASTER_KEY:
      'The server has no master key, so it cannot say which texts name the erased source.',
    LOST_REFERENCES:
      'What was sealed of the source referred to sources that no longer exist. These references ' +
      'were left out.',
  },
);

@ObjectType({ description: 'Something that the writer should know, although the write succeeded.' })
export class Warning {
  @Field(() => WarningCode, { description: 'What the warning is about, as a code.' })
  code: keyof typeof WarningCode;

  @Field(() => String, { description: 'The warning as a message for people.' })
  message: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the record that the warning concerns. Null: it concerns no single record.',
  })
  recordId: string | null;
}

@ObjectType({ description: 'The fields that every mutation returns.' })
export abstract class Payload {
  @Field(() => [Warning], {
    description: 'Warnings about the write, which succeeded nevertheless. Empty: no warnings.',
  })
  warnings: Warning[];
}
