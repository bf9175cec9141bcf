import { Field, ID, ObjectType } from 'type-graphql';
import { closedList } from '../values/enums.ts';

export const WarningCode = closedList(
  'WarningCode',
  'What a writer should know though the write went through.',
  {
    SAME_URL: 'Another report has the same URL. It may be a reprint, or the same report twice.',
    SAME_BODY: 'Another report has the same body, byte for byte.',
    REFERS_TO_WITHDRAWN: 'The input names a withdrawn record.',
    RESTS_ON_WITHDRAWN: 'Other records rest on what was withdrawn; they are marked.',
  },
);

@ObjectType({ description: 'Something a writer should know though the write went through.' })
export class Warning {
  @Field(() => WarningCode, { description: 'What it is about.' })
  code: keyof typeof WarningCode;

  @Field(() => String, { description: 'In words.' })
  message: string;

  @Field(() => ID, { nullable: true, description: 'The record that it names. Null: none.' })
  recordId: string | null;
}

/** What every write answers beside the record. */
@ObjectType({ description: 'What every write answers.' })
export abstract class Payload {
  @Field(() => [Warning], { description: 'What the writer should know. Empty: nothing.' })
  warnings: Warning[];
}
