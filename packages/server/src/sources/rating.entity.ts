import { ObjectType } from 'type-graphql';
import { PrimaryColumn, type Relation } from 'typeorm';
import { OwnedBy } from '../history/owned.ts';
import { Enum, Instant, One, Table, Text, ValidFrom } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';
import { Source } from './source.entity.ts';
import { Reliability } from './source.enums.ts';

@ObjectType({
  description: 'One rating of a source’s reliability. Earlier ratings are preserved.',
})
@OwnedBy({ source: 'ratings' })
@Table()
export class Rating {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @One(() => Source, { hidden: true })
  source: Relation<Source>;
  sourceId: string;

  @Enum(() => Reliability, {
    description:
      'The source’s reliability after this rating, Admiralty code A–F (NATO STANAG 2511).',
  })
  reliability: Reliability;

  @Text({ max: 2_000, description: 'Why the source was rated this way.' })
  rationale: string;

  @Text({ description: 'Who rated the source.' })
  by: string;

  @Instant({ type: () => DateTime, by: 'write_time()', description: 'When the source was rated.' })
  at: Date;

  @ValidFrom()
  validFrom: Date;
}
