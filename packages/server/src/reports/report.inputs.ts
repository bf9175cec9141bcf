import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { FuzzyDateInput } from '../values/fuzzy-date.ts';
import { Required, TextOf } from '../values/input-fields.ts';
import { DateTime, Language } from '../values/scalars.ts';
import { Report } from './report.entity.ts';
import { BodyKind, ReportKind } from './report.enums.ts';

@InputType({
  description:
    'The changes to a report. A field left out stays, null clears, a list replaces the list.',
})
export class UpdateReportInput {
  @Field(() => ReportKind, { nullable: true, description: 'What kind of document it is.' })
  kind?: ReportKind;

  @TextOf(Report, 'title', {
    nullable: true,
    description: 'The title of the document. A post without one: its first words.',
  })
  title?: string;

  @TextOf(Report, 'url', {
    nullable: true,
    format: 'url',
    description: 'The address where it was published, with http or https.',
  })
  url?: string | null;

  @TextOf(Report, 'archivedUrl', {
    nullable: true,
    format: 'url',
    description: 'The address of a copy in an archive, with http or https.',
  })
  archivedUrl?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the outlet that published it, `src_…`.',
  })
  publisherId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The ids of its authors in order, `src_…`.',
  })
  authorIds?: string[] | null;

  @Field(() => FuzzyDateInput, {
    nullable: true,
    description: 'When the document was published.',
  })
  published?: FuzzyDateInput | null;

  @Field(() => DateTime, { nullable: true, description: 'When the desk fetched the document.' })
  retrievedAt?: Date | null;

  @Field(() => Language, {
    nullable: true,
    description: 'The language of the document, BCP 47.',
  })
  language?: string | null;

  @TextOf(Report, 'summary', {
    nullable: true,
    description: 'What the document says, in an analyst’s words.',
  })
  summary?: string | null;

  @TextOf(Report, 'body', {
    nullable: true,
    format: 'verbatim',
    description: 'The text of the document. It needs `bodyKind`.',
  })
  body?: string | null;

  @Field(() => BodyKind, {
    nullable: true,
    description: 'What kind of text `body` is. Required with a body.',
  })
  bodyKind?: BodyKind | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the place in its dateline, `loc_…`.',
  })
  datelineId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the report that this one reprints or translates, `rpt_…`.',
  })
  reprintOfId?: string | null;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The report’s ids in other systems.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The values of a new report.' })
export class CreateReportInput extends UpdateReportInput {
  @Required()
  declare kind: ReportKind;

  @Required()
  declare title: string;
}
