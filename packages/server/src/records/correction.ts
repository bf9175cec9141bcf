import { Field, ObjectType } from 'type-graphql';
import { JsonValue } from '../values/json-value.ts';
import { DateTime } from '../values/scalars.ts';

@ObjectType({
  description:
    'A value of an imported record that a person changed. The record has the corrected value, ' +
    'which no later import changes.',
})
export class Correction {
  @Field(() => String, { description: 'The field of the record, such as `statement` or `places`.' })
  field: string;

  @Field(() => JsonValue, {
    nullable: true,
    description:
      'The value as imported, from the newest file that has one. Records are given by their ids. ' +
      'Null: the file has no value.',
  })
  imported: object | null;

  @Field(() => JsonValue, {
    nullable: true,
    description: 'The corrected value, in the same form. Null: the person removed the value.',
  })
  current: object | null;

  @Field(() => DateTime, { description: 'When a person last changed the value.' })
  at: Date;

  @Field(() => String, { description: 'Who last changed the value.' })
  by: string;
}
