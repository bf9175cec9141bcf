import { IsOptional, IsUrl, MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ExternalIdInput } from '../records/external-id.entity.ts';
import { FuzzyDateInput } from '../values/fuzzy-date.ts';
import { NonBlank } from '../values/non-blank.ts';
import { DateTime, Language } from '../values/scalars.ts';
import { BodyKind, ReportKind } from './report.enums.ts';

const url = {
  protocols: ['http', 'https'],
  require_protocol: true,
  require_tld: false,
  allow_underscores: true,
};
const address = {
  message: '$property must be an address with http:// or https://, blanks and signs encoded',
};

@InputType({
  description: 'A change of a report: a key left out stays, null clears, a list replaces the list.',
})
export class UpdateReportInput {
  @Field(() => ReportKind, { nullable: true, description: 'What sort of document it is.' })
  kind?: ReportKind;

  @Field(() => String, {
    nullable: true,
    description: 'Its title; for a post without one, its first words. Up to 1,000 characters.',
  })
  @NonBlank(1_000)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Where it was published: http or https.' })
  @IsOptional()
  @IsUrl(url, address)
  @MaxLength(2_000)
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A copy of it in an archive: http or https.',
  })
  @IsOptional()
  @IsUrl(url, address)
  @MaxLength(2_000)
  archivedUrl?: string | null;

  @Field(() => ID, { nullable: true, description: 'The outlet that published it.' })
  publisherId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Who wrote it, in order.' })
  authorIds?: string[] | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'When it was published.' })
  published?: FuzzyDateInput | null;

  @Field(() => DateTime, { nullable: true, description: 'When we fetched it.' })
  retrievedAt?: Date | null;

  @Field(() => Language, { nullable: true, description: 'The document’s language.' })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is about, in an analyst’s words. Up to 10,000 characters.',
  })
  @NonBlank(10_000)
  summary?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its text; then `bodyKind` says what that is. Up to 1,000,000 characters.',
  })
  @IsOptional()
  @MinLength(1)
  @MaxLength(1_000_000)
  body?: string | null;

  @Field(() => BodyKind, { nullable: true, description: 'What `body` is; needed with a body.' })
  bodyKind?: BodyKind | null;

  @Field(() => ID, { nullable: true, description: 'The place it is datelined from.' })
  datelineId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The report that this one reprints or translates.',
  })
  reprintOfId?: string | null;

  @Field(() => [ExternalIdInput], { nullable: true, description: 'Its ids in other systems.' })
  externalIds?: ExternalIdInput[] | null;
}

@InputType({ description: 'A new report.' })
export class CreateReportInput extends UpdateReportInput {
  @Field(() => ReportKind, { description: 'What sort of document it is.' })
  declare kind: ReportKind;

  @Field(() => String, {
    description: 'Its title; for a post without one, its first words. Up to 1,000 characters.',
  })
  declare title: string;
}
