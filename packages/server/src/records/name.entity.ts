import { IsOptional, Matches } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Source } from '../sources/source.entity.ts';
import { Embed, Enum, Integer, One, Rules, Table, Text, ValidFrom } from '../values/columns.ts';
import { closedList } from '../values/enums.ts';
import { FuzzyInterval, FuzzyIntervalInput } from '../values/fuzzy-date.ts';
import { TextOf } from '../values/input-fields.ts';
import { Language } from '../values/scalars.ts';
import { Node } from './node.ts';

export const NameKind = closedList('NameKind', 'What sort of name it is.', {
  PRIMARY: 'The name to show. The first of this kind is the record’s `name`.',
  ALIAS: 'Another name or spelling.',
  FORMER: 'A name it once had.',
  ACRONYM: 'An abbreviation.',
  WEAK: 'A form too short or too common to find it by alone.',
});
export type NameKind = keyof typeof NameKind;

@ObjectType({
  implements: Node,
  description:
    'One name of a source, faction or location. Two records may share a name for ever: sharing one means nothing.',
})
@OwnedBy({ ofSource: 'names', ofFaction: 'names', ofLocation: 'names' })
@Table({ orderBy: { position: 'ASC' } })
@Rules((column) => [
  'owner',
  `num_nonnulls(${['sourceId', 'factionId', 'locationId'].map(column).join(', ')}) = 1`,
])
export class Name extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: '`nam_…`.' })
  declare id: string;

  @Text({ description: 'The name as it is written.' })
  text: string;

  @Text({
    max: 35,
    nullable: true,
    type: () => Language,
    description: 'Its language. Null: not noted.',
  })
  language: string | null;

  @Text({
    max: 4,
    nullable: true,
    description: 'Its script, ISO 15924: `Arab`, `Latn`. Null: not noted.',
  })
  script: string | null;

  @Text({
    max: 60,
    nullable: true,
    description:
      'The romanisation or list it follows: `OCHA`, `BGN/PCGN`, `UCDP`. Null: none noted.',
  })
  scheme: string | null;

  @Enum(() => NameKind, { description: 'What sort of name it is.' })
  kind: NameKind;

  @One(() => Source, {
    as: 'saidBy',
    nullable: true,
    description: 'Who calls it so. Null: not noted.',
  })
  source: Relation<Source> | null;
  sourceId: string | null;

  @Embed(() => FuzzyInterval, {
    nullable: true,
    description: 'When it was called so. Null: not noted.',
  })
  during: FuzzyInterval | null;

  @Integer({ description: 'Its place among the record’s names, from 0.' })
  position: number;

  @One('Source', { as: 'source', hidden: true, nullable: true })
  ofSource: object | null;
  ofSourceId: string | null;

  @One('Faction', { as: 'faction', hidden: true, nullable: true })
  ofFaction: object | null;
  ofFactionId: string | null;

  @One('Location', { as: 'location', hidden: true, nullable: true })
  ofLocation: object | null;
  ofLocationId: string | null;

  @ValidFrom()
  validFrom: Date;
}

@InputType({ description: 'A name.' })
export class NameInput {
  @TextOf(Name, 'text', { description: 'The name as it is written.' })
  text: string;

  @Field(() => NameKind, { description: 'What sort of name it is.' })
  kind: NameKind;

  @Field(() => Language, { nullable: true, description: 'Its language.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Its script, ISO 15924: `Arab`, `Latn`.' })
  @IsOptional()
  @Matches(/^[A-Z][a-z]{3}$/, {
    message: 'script must be a code of ISO 15924, such as Arab or Latn',
  })
  script?: string | null;

  @TextOf(Name, 'scheme', {
    nullable: true,
    description: 'The romanisation or list that the name follows.',
  })
  scheme?: string | null;

  @Field(() => ID, { nullable: true, description: 'The source who calls it so.' })
  sourceId?: string | null;

  @Field(() => FuzzyIntervalInput, { nullable: true, description: 'When it was called so.' })
  during?: FuzzyIntervalInput | null;
}
