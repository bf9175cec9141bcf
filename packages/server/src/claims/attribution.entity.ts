import { ObjectType } from 'type-graphql';
import { JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { NonEmpty } from '../compiler/declare.ts';
import { OwnedBy } from '../history/owned.ts';
import { Report } from '../reports/report.entity.ts';
import { Source } from '../sources/source.entity.ts';
import { Enum, Many, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Claim } from './claim.entity.ts';
import { Capacity } from './claim.enums.ts';

@ObjectType({ description: 'One path by which a claim reached us: a chain of speakers.' })
@OwnedBy({ claim: 'attributions' })
@Table({ orderBy: { position: 'ASC' } })
export class Attribution {
  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @NonEmpty()
  @Many(() => Speaker, 'way', {
    description:
      'The speakers in order, from the origin of the claim to the one that we read or heard.',
  })
  chain: Relation<Speaker[]>;

  @ValidFrom()
  validFrom: Date;
}

@ObjectType({
  description: 'One speaker in an attribution chain: a source that made the claim or passed it on.',
})
@OwnedBy({ claim: 'attributions' })
@Table({ orderBy: { position: 'ASC' } })
export class Speaker {
  @One(() => Claim, { primary: true, hidden: true })
  claim: Relation<Claim>;
  claimId: string;

  @PrimaryColumn({ type: 'int' })
  attribution: number;

  @PrimaryColumn({ type: 'int' })
  position: number;

  @ManyToOne(() => Attribution, { nullable: false })
  @JoinColumn([
    { name: 'claim_id', referencedColumnName: 'claimId' },
    { name: 'attribution', referencedColumnName: 'position' },
  ])
  way: Relation<Attribution>;

  @One(() => Source, { description: 'The source that made the claim or passed it on.' })
  source: Relation<Source>;
  sourceId: string;

  @Enum(() => Capacity, {
    description: 'The capacity in which the source speaks, for example as a witness.',
  })
  capacity: Capacity;

  @Text({
    max: 100,
    nullable: true,
    description:
      'The verb that the report uses for this speaker, such as "said" or "estimated". Null: not ' +
      'recorded.',
  })
  verb: string | null;

  @One(() => Report, {
    nullable: true,
    description:
      'The report in which the source made the claim or passed it on. Null: not published, or ' +
      'unknown.',
  })
  report: Relation<Report> | null;
  reportId: string | null;

  @ValidFrom()
  validFrom: Date;
}
