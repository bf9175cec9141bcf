import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { Faction } from '../factions/faction.entity.ts';
import { OwnedBy } from '../history/owned.ts';
import { Count, Enum, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Basis } from '../values/enums.ts';
import { Claim } from './claim.entity.ts';
import { PartyRole } from './claim.enums.ts';

@ObjectType({ description: 'A faction that a claim names.' })
@OwnedBy({ claim: 'parties' })
@Table({ orderBy: { position: 'ASC' } })
export class ClaimParty {
  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @One(() => Faction, { description: 'The faction.' })
  faction: Relation<Faction>;
  factionId: string;

  @Enum(() => PartyRole, { description: 'What it is to the claim.' })
  role: PartyRole;

  @Count({
    nullable: true,
    description: 'Parties with the same number acted as one coalition. Null: by itself.',
  })
  group: number | null;

  @Enum(() => Basis, { description: 'Stated by the report, or inferred by the analyst.' })
  basis: Basis;

  @Text({
    nullable: true,
    description: 'The words it was read from: "the government side". Null: not noted.',
  })
  asWritten: string | null;

  @ValidFrom()
  validFrom: Date;
}
