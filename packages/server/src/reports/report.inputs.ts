import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { LocationRefInput, ReportRefInput, SourceRefInput } from '../records/ref.inputs.ts';
import { FuzzyDateInput } from '../values/fuzzy-date.ts';
import { Required, TextOf } from '../values/input-fields.ts';
import { DateTime, Language } from '../values/scalars.ts';
import { Report } from './report.entity.ts';
import { BodyKind, ReportKind } from './report.enums.ts';

@InputType({
  description:
    'The changes to a report. An omitted field keeps its value, null clears it, and a list ' +
    'replaces the whole list.',
})
export class UpdateReportInput {
  @Field(() => ReportKind, { nullable: true, description: 'What kind of document the report is.' })
  kind?: ReportKind;

  @TextOf(Report, 'title', {
    nullable: true,
    description: 'The title of the document or, for a post without a title, its first words.',
  })
  title?: string;

  @TextOf(Report, 'url', {
    nullable: true,
    format: 'url',
    description: 'The URL at which the document was published, with http or https.',
  })
  url?: string | null;

  @TextOf(Report, 'archivedUrl', {
    nullable: true,
    format: 'url',
    description: 'The URL of an archived copy of the document, with http or https.',
  })
  archivedUrl?: string | null;

  @Field(() => SourceRefInput, {
    nullable: true,
    description: 'The outlet that published the report.',
  })
  publisher?: SourceRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the outlet that published the report, `src_…`.',
    deprecationReason: 'Use `publisher`.',
  })
  publisherId?: string | null;

  @Field(() => [SourceRefInput], {
    nullable: true,
    description: 'The authors, in the order in which the document names them.',
  })
  authors?: SourceRefInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The ids of the authors, `src_…`, in the order in which the document names them.',
    deprecationReason: 'Use `authors`.',
  })
  authorIds?: string[] | null;

  @Field(() => FuzzyDateInput, {
    nullable: true,
    description: 'When the document was published, as an EDTF date.',
  })
  published?: FuzzyDateInput | null;

  @Field(() => DateTime, { nullable: true, description: 'When we retrieved the document.' })
  retrievedAt?: Date | null;

  @Field(() => Language, {
    nullable: true,
    description: 'The language of the document, as a BCP 47 tag.',
  })
  language?: string | null;

  @TextOf(Report, 'summary', {
    nullable: true,
    description: 'What the document is about, in an analyst’s words.',
  })
  summary?: string | null;

  @TextOf(Report, 'body', {
    nullable: true,
    format: 'verbatim',
    description:
      'The text of the document, in the form that `bodyKind` states. Requires `bodyKind`.',
  })
  body?: string | null;

  @Field(() => BodyKind, {
    nullable: true,
    description:
      'Whether `body` is the original text, a translation, an excerpt or a paraphrase. Required ' +
      'with `body`.',
  })
  bodyKind?: BodyKind | null;

  @Field(() => LocationRefInput, {
    nullable: true,
    description: 'The location named in the document’s dateline.',
  })
  dateline?: LocationRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the location named in the document’s dateline, `loc_…`.',
    deprecationReason: 'Use `dateline`.',
  })
  datelineId?: string | null;

  @Field(() => ReportRefInput, {
    nullable: true,
    description: 'The report that this report reprints or translates.',
  })
  reprintOf?: ReportRefInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the report that this report reprints or translates, `rpt_…`.',
    deprecationReason: 'Use `reprintOf`.',
  })
  reprintOfId?: string | null;

  @Field(() => [ExternalIdInput], {
    nullable: true,
    description: 'The report’s external ids: its ids in other systems.',
  })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'The fields of a new report.' })
export class CreateReportInput extends UpdateReportInput {
  @Required()
  declare kind: ReportKind;

  @Required()
  declare title: string;
}
