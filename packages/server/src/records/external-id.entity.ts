import { Matches } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { One, Rules, Table, Text, ValidFrom } from '../values/columns.ts';
import { NonBlank } from '../values/input-fields.ts';

const unique = (owner: string): ClassDecorator =>
  Index(`external_id_${owner}_key`, ['system', 'value'], {
    unique: true,
    where: `${owner}_id is not null`,
  });

@ObjectType({ description: 'A record’s id in another system. A URL is none: reprints share one.' })
@OwnedBy({
  report: 'externalIds',
  source: 'externalIds',
  faction: 'externalIds',
  location: 'externalIds',
  claim: 'externalIds',
})
@Table({ orderBy: { system: 'ASC', value: 'ASC' } })
@Rules((column) => [
  'owner',
  `num_nonnulls(${['reportId', 'sourceId', 'factionId', 'locationId', 'claimId'].map(column).join(', ')}) = 1`,
])
@Rules((column) => ['url', `${column('value')} !~* '^https?://'`])
@unique('report')
@unique('source')
@unique('faction')
@unique('location')
@unique('claim')
export class ExternalId {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Text({
    max: 60,
    description:
      'The system: `ucdp-event`, `ucdp-actor`, `acled`, `ocha-pcode`, `geonames`, `wikidata` …',
  })
  system: string;

  @Text({ max: 200, description: 'The id there.' })
  value: string;

  @One('Report', { hidden: true, nullable: true })
  report: object | null;
  reportId: string | null;

  @One('Source', { hidden: true, nullable: true })
  source: object | null;
  sourceId: string | null;

  @One('Faction', { hidden: true, nullable: true })
  faction: object | null;
  factionId: string | null;

  @One('Location', { hidden: true, nullable: true })
  location: object | null;
  locationId: string | null;

  @One('Claim', { hidden: true, nullable: true })
  claim: object | null;
  claimId: string | null;

  @ValidFrom()
  validFrom: Date;
}

/** Blanks around an id would make it another one that nobody can tell apart. */
const trimmed = /^\S(.*\S)?$/s;
const noBlanks = '$property must not start or end with a blank';

@InputType({ description: 'A record’s id in another system.' })
export class ExternalIdInput {
  @Field(() => String, { description: 'The system: `ucdp-event`, `ocha-pcode`, `wikidata` …' })
  @NonBlank(60)
  @Matches(trimmed, { message: noBlanks })
  system: string;

  @Field(() => String, { description: 'The id there. A URL is none.' })
  @NonBlank(200)
  @Matches(trimmed, { message: noBlanks })
  value: string;
}
