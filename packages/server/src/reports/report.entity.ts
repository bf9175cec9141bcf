import { Field, ObjectType } from 'type-graphql';
import { Index, type Relation } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { ClaimListArgs } from '../claims/claim.filter.ts';
import { connectionTypes } from '../compiler/connection-types.ts';
import { Connection, Derived, List, Listing } from '../compiler/declare.ts';
import { column, or, sql } from '../compiler/sql.ts';
import { Location } from '../locations/location.entity.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { LedgerRecord, notWithdrawn } from '../records/record.entity.ts';
import { isWithdrawn } from '../records/withdrawn-conditions.ts';
import { withdrawnKey } from '../records/withdrawn-filter.ts';
import { Source } from '../sources/source.entity.ts';
import { Count, Embed, Enum, Instant, Many, One, Rules, Table, Text } from '../values/columns.ts';
import { ComputedFrom } from '../values/computed.ts';
import { FuzzyDate } from '../values/fuzzy-date.ts';
import { DateTime, Language } from '../values/scalars.ts';
import { sha256 } from '../values/sha256.ts';
import { wordCount } from '../values/word-count.ts';
import { citationsOfReport, claimsCiting } from './citations.ts';
import { BodyKind, ReportKind } from './report.enums.ts';
import { ReportFilter } from './report.filter.ts';

@ObjectType({
  implements: LedgerRecord,
  description:
    'A published document: an article, situation report, social media post, broadcast, ' +
    'statement, interview, video or data-set release.',
})
@Table()
@Index(['bodySha256'], { where: 'body_sha256 is not null' })
@Rules((column) => [
  'body_has_kind',
  `(${column('body')} is null) = (${column('bodyKind')} is null)`,
])
@Rules((column) => [
  'body_has_hash',
  `(${column('body')} is null) = (${column('bodySha256')} is null)`,
])
@Rules((column) => [
  'body_has_word_count',
  `(${column('body')} is null) = (${column('wordCount')} is null)`,
])
@Rules((column) => ['reprint', `${column('reprintOfId')} is distinct from ${column('id')}`])
@Listing(() => ({
  live: notWithdrawn,
  liveKey: withdrawnKey,
  filter: () => ReportFilter,
  orders: {
    PUBLISHED: {
      by: (row) => sql`coalesce(${row}.published_latest, ${row}.published_earliest)`,
      cast: 'date',
      nullable: true,
    },
    RECORDED: { by: (row) => sql`${row}.created_at`, cast: 'timestamptz' },
    CITATIONS: { by: citationsOfReport, cast: 'int' },
    TITLE: { by: (row) => sql`${row}.title collate "C"`, cast: 'text' },
  },
  fallback: { by: 'PUBLISHED', direction: 'DESC' },
}))
export class Report extends LedgerRecord {
  @Enum(() => ReportKind, { description: 'What kind of document the report is.' })
  kind: ReportKind;

  @Text({
    max: 1_000,
    description: 'The title of the document or, for a post without a title, its first words.',
  })
  title: string;

  @Text({
    max: 2_000,
    nullable: true,
    description:
      'The URL at which the document was published. Several reports, such as reprints, may share ' +
      'a URL. Null: unknown.',
  })
  url: string | null;

  @Text({
    max: 2_000,
    nullable: true,
    description: 'The URL of an archived copy of the document. Null: no copy is known.',
  })
  archivedUrl: string | null;

  @One(() => Source, {
    nullable: true,
    description: 'The outlet that published the report. Null: unknown.',
    index: 'NONE',
  })
  publisher: Relation<Source> | null;
  publisherId: string | null;

  @List({
    description:
      'The authors, in the order in which the document names them. Empty: no author is named.',
    of: () => Source,
    rows: (report, source) => ({
      from: sql`report_author author join source ${source} on ${source}.id = author.author_id`,
      where: sql`author.report_id = ${column(report, 'id')}`,
    }),
    order: () => sql`author.position`,
  })
  authors: Relation<Source[]>;

  @Embed(() => FuzzyDate, {
    nullable: true,
    description: 'When the document was published, as an EDTF date. Null: unknown.',
  })
  published: FuzzyDate | null;

  @Instant({
    type: () => DateTime,
    nullable: true,
    description: 'When we retrieved the document. Null: not recorded.',
  })
  retrievedAt: Date | null;

  @Text({
    max: 35,
    nullable: true,
    type: () => Language,
    description: 'The language of the document, as a BCP 47 tag. Null: not recorded.',
  })
  language: string | null;

  @Text({
    max: 10_000,
    nullable: true,
    description: 'What the document is about, in an analyst’s words. Null: no summary.',
  })
  summary: string | null;

  @Text({
    max: 1_000_000,
    nullable: true,
    description:
      'The text of the document, in the form that `bodyKind` states. Null: the text is not ' +
      'available.',
  })
  body: string | null;

  @Enum(() => BodyKind, {
    nullable: true,
    description:
      'Whether `body` is the original text, a translation, an excerpt or a paraphrase. Null: ' +
      'there is no body.',
  })
  bodyKind: BodyKind | null;

  @ComputedFrom('body', sha256)
  @Text({
    max: 64,
    nullable: true,
    description: 'The SHA-256 hash of the body in UTF-8, in hexadecimal. Null: there is no body.',
  })
  bodySha256: string | null;

  @ComputedFrom('body', wordCount)
  @Count({
    nullable: true,
    description:
      'The number of words in the body, by Unicode word boundaries (UAX 29). Null: there is no ' +
      'body.',
  })
  wordCount: number | null;

  @One(() => Location, {
    nullable: true,
    description: 'The location named in the document’s dateline. Null: none is named.',
  })
  dateline: Relation<Location> | null;
  datelineId: string | null;

  @One(() => Report, {
    nullable: true,
    description: 'The report that this report reprints or translates. Null: none is known.',
  })
  reprintOf: Relation<Report> | null;
  reprintOfId: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the report’s publisher, one of its authors or the report that it reprints is ' +
      'withdrawn.',
  })
  @Derived((report) =>
    or([
      isWithdrawn(sql`source`, column(report, 'publisher_id')),
      isWithdrawn(sql`report`, column(report, 'reprint_of_id')),
      sql`exists (select from report_author a join source x on x.id = a.author_id
        where a.report_id = ${column(report, 'id')} and x.withdrawn_at is not null)`,
    ]),
  )
  restsOnWithdrawn: boolean;

  @Connection({
    description:
      'The claims that were read in the report.' + ' The latest `occurred` first by default.',
    of: () => Claim,
    args: () => ClaimListArgs,
    rows: (report, claim) => ({
      from: sql`claim ${claim}`,
      where: sql`${claim}.report_id = ${column(report, 'id')}`,
    }),
  })
  claims: Relation<Claim[]>;

  @Connection({
    description:
      'The claims that cite the report as their evidence. They were read in other reports.' +
      ' The latest `occurred` first by default.',
    of: () => Claim,
    args: () => ClaimListArgs,
    rows: (report, claim) => ({
      from: sql`claim ${claim}`,
      where: sql`${claim}.id in (${claimsCiting(report)})`,
    }),
  })
  citedBy: Relation<Claim[]>;

  @Many(() => ExternalId, 'report', {
    description:
      'The report’s external ids: its ids in other systems.' + ' Sorted by system and value.',
  })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Report, 'reports');
