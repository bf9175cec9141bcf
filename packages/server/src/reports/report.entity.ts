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
import { Source } from '../sources/source.entity.ts';
import { Embed, Enum, Instant, Many, One, Rules, Table, Text } from '../values/columns.ts';
import { FuzzyDate } from '../values/fuzzy-date.ts';
import { DateTime, Language } from '../values/scalars.ts';
import { BodyKind, ReportKind } from './report.enums.ts';
import { ReportFilter } from './report.filter.ts';

@ObjectType({
  implements: LedgerRecord,
  description:
    'A published document: article, situation report, social post, broadcast, statement, interview, video, data-set release.',
})
@Table()
@Index(['url'], { where: 'url is not null' })
@Index(['bodySha256'], { where: 'body_sha256 is not null' })
@Rules((column) => [
  'body_has_kind',
  `(${column('body')} is null) = (${column('bodyKind')} is null)`,
])
@Rules((column) => [
  'body_has_hash',
  `(${column('body')} is null) = (${column('bodySha256')} is null)`,
])
@Rules((column) => ['reprint', `${column('reprintOfId')} is distinct from ${column('id')}`])
@Listing(() => ({
  live: notWithdrawn,
  filter: () => ReportFilter,
  orders: {
    PUBLISHED: {
      by: (row) => sql`coalesce(${row}.published_latest, ${row}.published_earliest)`,
      cast: 'date',
      nullable: true,
    },
    RECORDED: { by: (row) => sql`${row}.created_at`, cast: 'timestamptz' },
    TITLE: { by: (row) => sql`${row}.title collate "C"`, cast: 'text' },
  },
  fallback: { by: 'PUBLISHED', direction: 'DESC' },
}))
export class Report extends LedgerRecord {
  @Enum(() => ReportKind, { description: 'What sort of document it is.' })
  kind: ReportKind;

  @Text({ max: 1_000, description: 'Its title; for a post without one, its first words.' })
  title: string;

  @Text({
    max: 2_000,
    nullable: true,
    description:
      'Where it was published. Several reports may share one: reprints do. Null: not known.',
  })
  url: string | null;

  @Text({
    max: 2_000,
    nullable: true,
    description: 'A copy of it in an archive. Null: none known.',
  })
  archivedUrl: string | null;

  @One(() => Source, {
    nullable: true,
    description: 'The outlet that published it. Null: not known.',
  })
  publisher: Relation<Source> | null;
  publisherId: string | null;

  @List({
    description: 'Who wrote it, in the order given. Empty: nobody is named.',
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
    description: 'When it was published. Null: nothing is known of it.',
  })
  published: FuzzyDate | null;

  @Instant({
    type: () => DateTime,
    nullable: true,
    description: 'When we fetched it. Null: not noted.',
  })
  retrievedAt: Date | null;

  @Text({
    max: 35,
    nullable: true,
    type: () => Language,
    description: 'The document’s language. Null: not noted.',
  })
  language: string | null;

  @Text({
    max: 10_000,
    nullable: true,
    description: 'What it is about, in an analyst’s words. Null: none written.',
  })
  summary: string | null;

  @Text({
    max: 1_000_000,
    nullable: true,
    description: 'Its text, as `bodyKind` says. Null: we do not hold it.',
  })
  body: string | null;

  @Enum(() => BodyKind, {
    nullable: true,
    description: 'What `body` is. Null when there is no body.',
  })
  bodyKind: BodyKind | null;

  @Text({
    max: 64,
    nullable: true,
    description: 'SHA-256 of the body’s UTF-8, in hexadecimal. Null when there is no body.',
  })
  bodySha256: string | null;

  @One(() => Location, {
    nullable: true,
    description: 'The place it is datelined from. Null: none.',
  })
  dateline: Relation<Location> | null;
  datelineId: string | null;

  @One(() => Report, {
    nullable: true,
    description: 'The report that this one reprints or translates. Null: none known.',
  })
  reprintOf: Relation<Report> | null;
  reprintOfId: string | null;

  @Field(() => Boolean, {
    description:
      'Whether its publisher, an author, or the report that it reprints has been withdrawn.',
  })
  @Derived((report) =>
    or([
      isWithdrawn(sql`source`, column(report, 'publisher_id')),
      isWithdrawn(sql`report`, column(report, 'reprint_of_id')),
      sql`exists (select from report_author a join source x on x.id = a.author_id where a.report_id = ${column(report, 'id')} and x.withdrawn_at is not null)`,
    ]),
  )
  restsOnWithdrawn: boolean;

  @Connection({
    description: 'What is claimed in it.',
    of: () => Claim,
    args: () => ClaimListArgs,
    rows: (report, claim) => ({
      from: sql`claim ${claim}`,
      where: sql`${claim}.report_id = ${column(report, 'id')}`,
    }),
  })
  claims: Relation<Claim[]>;

  @Many(() => ExternalId, 'report', { description: 'Its ids in other systems.' })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Report, 'reports');
