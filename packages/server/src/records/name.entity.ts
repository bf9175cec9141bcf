import { Field, ID, ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Source } from '../sources/source.entity.ts';
import { Embed, Enum, Integer, One, Rules, Table, Text, ValidFrom } from '../values/columns.ts';
import { closedList } from '../values/enums.ts';
import { FuzzyInterval } from '../values/fuzzy-date.ts';
import { Language } from '../values/scalars.ts';
import { Node } from './node.ts';

export const NameKind = closedList('NameKind', 'What kind of name the text of a name is.', {
  PRIMARY: 'The name to display. The first name of this kind is the record’s `name`.',
  ALIAS: 'Another name or another spelling.',
  FORMER: 'A name that was used in the past.',
  ACRONYM: 'An abbreviation of the name.',
  WEAK: 'A name too short or too common to identify the record by itself.',
});
export type NameKind = keyof typeof NameKind;

@ObjectType({
  implements: Node,
  description:
    'One name of a source, faction or location. Two different records may permanently share a ' +
    'name.',
})
@OwnedBy({ ofSource: 'names', ofFaction: 'names', ofLocation: 'names' })
@Table({ orderBy: { position: 'ASC' } })
@Rules((column) => [
  'owner',
  `num_nonnulls(${['sourceId', 'factionId', 'locationId'].map(column).join(', ')}) = 1`,
])
export class Name extends Node {
  @PrimaryColumn({ type: 'uuid' })
  @Field(() => ID, { description: 'The id of the name: `nam_` and a UUIDv7.' })
  declare id: string;

  @Text({ description: 'The name, spelled as the source or list spells it.' })
  text: string;

  @Text({
    max: 35,
    nullable: true,
    type: () => Language,
    description: 'The language of the name, as a BCP 47 tag. Null: not recorded.',
  })
  language: string | null;

  @Text({
    max: 4,
    nullable: true,
    description:
      'The script of the name, as an ISO 15924 code: `Arab`, `Latn` … Null: not recorded.',
  })
  script: string | null;

  @Text({
    max: 60,
    nullable: true,
    description:
      'The romanisation system or list from which the spelling comes: `OCHA`, `BGN/PCGN`, `UCDP` ' +
      '… Null: not recorded.',
  })
  scheme: string | null;

  @Enum(() => NameKind, { description: 'What kind of name this is, such as an alias.' })
  kind: NameKind;

  @One(() => Source, {
    as: 'saidBy',
    nullable: true,
    description: 'The source that uses the name. Null: not recorded.',
  })
  source: Relation<Source> | null;
  sourceId: string | null;

  @Embed(() => FuzzyInterval, {
    nullable: true,
    description: 'When the name was in use. Null: not recorded.',
  })
  during: FuzzyInterval | null;

  @Integer({ description: 'The position of the name among the record’s names, counted from 0.' })
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
