import { Matches } from 'class-validator';
import { InputType, ObjectType } from 'type-graphql';
import { Index, PrimaryColumn } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { One, Rules, Table, Text, ValidFrom } from '../values/columns.ts';
import { TextOf } from '../values/input-fields.ts';
import { recordTypes } from '../values/record-types.ts';

const owners = Object.values(recordTypes);

/** An external id belongs to at most one record of each type. */
const unique: ClassDecorator = (target) => {
  for (const { table, keyColumn } of owners)
    Index(`external_id_${table}_key`, ['system', 'value'], {
      unique: true,
      where: `${keyColumn} is not null`,
    })(target);
};

@ObjectType({
  description:
    'A record’s external id: its id in another system. A URL cannot be an external id, because ' +
    'reprints share it.',
})
@OwnedBy(Object.fromEntries(owners.map(({ table }) => [table, 'externalIds'])))
@Table({ orderBy: { system: 'ASC', value: 'ASC' } })
@Rules((column) => [
  'owner',
  `num_nonnulls(${owners.map(({ keyProperty }) => column(keyProperty)).join(', ')}) = 1`,
])
@Rules((column) => ['url', `${column('value')} !~* '^https?://'`])
@unique
export class ExternalId {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Text({
    max: 60,
    description:
      'The other system: `ucdp-event`, `ucdp-actor`, `acled`, `ocha-pcode`, `geonames`, ' +
      '`wikidata` …',
  })
  system: string;

  @Text({ max: 200, description: 'The record’s id in the other system.' })
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

/** Blanks around an id would make it a different id that looks the same. */
const trimmed = /^\S(.*\S)?$/s;
const noOuterSpaces = '$property must not start or end with a space';

@InputType({ description: 'An external id: a record’s id in another system.' })
export class ExternalIdInput {
  @TextOf(ExternalId, 'system', {
    description: 'The other system: `ucdp-event`, `ocha-pcode`, `wikidata` …',
  })
  @Matches(trimmed, { message: noOuterSpaces })
  system: string;

  @TextOf(ExternalId, 'value', {
    description: 'The record’s id in the other system. A URL is not allowed.',
  })
  @Matches(trimmed, { message: noOuterSpaces })
  value: string;
}
