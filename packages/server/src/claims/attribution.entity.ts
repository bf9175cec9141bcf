import { ObjectType } from 'type-graphql';
import { JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { NonEmpty } from '../compiler/declare.ts';
import { OwnedBy } from '../history/owned.ts';
import { Report } from '../reports/report.entity.ts';
import { Source } from '../sources/source.entity.ts';
import { Enum, Many, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { Claim } from './claim.entity.ts';
import { Capacity } from './claim.enums.ts';

@ObjectType({ description: 'One way in which a claim reached us.' })
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
    description: 'From the first speaker to the one we heard it from: the first is the origin.',
  })
  chain: Relation<Speaker[]>;

  @ValidFrom()
  validFrom: Date;
}

@ObjectType({ description: 'A link in the chain: a source that said it, or passed it on.' })
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

  @One(() => Source, { description: 'Who said it.' })
  source: Relation<Source>;
  sourceId: string;

  @Enum(() => Capacity, { description: 'In what capacity.' })
  capacity: Capacity;

  @Text({
    max: 100,
    nullable: true,
    description: 'The verb the report uses: "said", "estimated". Null: not noted.',
  })
  verb: string | null;

  @One(() => Report, {
    nullable: true,
    description: 'The report in which it said so. Null: not published, or not known.',
  })
  report: Relation<Report> | null;
  reportId: string | null;

  @ValidFrom()
  validFrom: Date;
}
