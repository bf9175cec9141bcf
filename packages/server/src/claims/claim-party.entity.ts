import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { Faction } from '../factions/faction.entity.ts';
import { OwnedBy } from '../history/owned.ts';
import { Count, Enum, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Basis } from '../values/enums.ts';
import { Claim } from './claim.entity.ts';
import { PartyRole } from './claim.enums.ts';

@ObjectType({ description: 'A faction that a claim names, and its role.' })
@OwnedBy({ claim: 'parties' })
@Table({ orderBy: { position: 'ASC' } })
export class ClaimParty {
  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @One(() => Faction, { description: 'The faction that the claim names.' })
  faction: Relation<Faction>;
  factionId: string;

  @Enum(() => PartyRole, { description: 'The role of the faction in the claim.' })
  role: PartyRole;

  @Count({
    nullable: true,
    description:
      'The number of a coalition. Parties of the claim with the same number acted together. ' +
      'Null: the faction belongs to no coalition.',
  })
  group: number | null;

  @Enum(() => Basis, {
    description: 'Whether the report states the party or the analyst inferred it.',
  })
  basis: Basis;

  @Text({
    nullable: true,
    description:
      'The party as the report words it, such as "the government side". Null: not recorded.',
  })
  asWritten: string | null;

  @ValidFrom()
  validFrom: Date;
}
