import { ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { claimRows } from '../claims/claim-index.rows.ts';
import { connectionTypes, FirstArgs } from '../compiler/connection-types.ts';
import { Connection, List, Listing } from '../compiler/declare.ts';
import { column, type Sql, sql } from '../compiler/sql.ts';
import { Location } from '../locations/location.entity.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { Name } from '../records/name.entity.ts';
import { namedListing } from '../records/named-listing.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import { matchesWithdrawn, WithdrawnArgs } from '../records/withdrawn-filter.ts';
import { Report } from '../reports/report.entity.ts';
import { ReportListArgs } from '../reports/report.filter.ts';
import { Enum, Flag, Instant, Many, One, Table, Text } from '../values/columns.ts';
import { DateTime } from '../values/scalars.ts';
import { Affiliation } from './affiliation.entity.ts';
import { Rating } from './rating.entity.ts';
import { Protection, Reliability, SourceKind } from './source.enums.ts';
import { SourceClaimArgs, SourceFilter } from './source.filter.ts';

@ObjectType({
  implements: LedgerRecord,
  description:
    'Anyone or anything that makes claims: a person, outlet, organisation, official body, ' +
    'unnamed collective or data set.',
})
@Table()
@Listing(namedListing(() => SourceFilter))
export class Source extends LedgerRecord {
  @Enum(() => SourceKind, { description: 'What kind of source this is.' })
  kind: SourceKind;

  @Text({ description: 'The name to display: the source’s first PRIMARY name.' })
  name: string;

  @Many(() => Name, 'ofSource', {
    description: 'All names of the source. The displayed name comes first.',
  })
  names: Relation<Name[]>;

  @Text({
    nullable: true,
    description:
      'What the source is or does in a few words, as reports put it, such as "army spokesman". ' +
      'Null: not stated.',
  })
  role: string | null;

  @List({
    description:
      'The factions and sources to which the source is said to belong, each with the claims that ' +
      'assert it.' +
      ' Sorted by id.',
    of: () => Affiliation,
    args: () => WithdrawnArgs,
    rows: (source, row, { withdrawn }) => ({
      from: sql`affiliation ${row}`,
      where: sql`${row}.source_id = ${column(source, 'id')}
        and ${matchesWithdrawn(row, withdrawn)}`,
    }),
    order: (row) => sql`${row}.id`,
  })
  affiliations: Relation<Affiliation[]>;

  @One(() => Location, {
    nullable: true,
    description: 'The location where the source is based. Null: not stated.',
  })
  basedIn: Relation<Location> | null;
  basedInId: string | null;

  @Enum(() => Reliability, {
    default: 'F',
    description:
      'The source’s current reliability, Admiralty code A–F (NATO STANAG 2511). F until somebody ' +
      'rates the source. Only `rateSource` changes the grade.',
  })
  reliability: Reliability;

  @List({
    description: 'All ratings of the source’s reliability over time, newest first.',
    of: () => Rating,
    args: () => FirstArgs,
    rows: (source, row) => ({
      from: sql`rating ${row}`,
      where: sql`${row}.source_id = ${column(source, 'id')}`,
    }),
    order: (row) => sql`${row}.at desc, ${row}.id desc`,
  })
  ratings: Relation<Rating[]>;

  @Enum(() => Protection, {
    default: 'PUBLIC',
    description:
      'How the identity of the source is protected. Unless it is PUBLIC, the source has a ' +
      'pseudonym as its only name, and neither a role, affiliations, a location nor external ' +
      'ids. Who it is has been sealed: `readIdentity` opens it for viewers with a grant.',
  })
  protection: Protection;

  @Flag({
    default: false,
    description:
      'Whether the source comes from an export of another ledger that withheld its identity. Its ' +
      'name is then a pseudonym.',
  })
  redacted: boolean;

  @Instant({
    type: () => DateTime,
    nullable: true,
    description:
      'When who the source is was erased for a legal reason, from its history, too. Its history ' +
      'shows the reason. Null: it was not erased.',
  })
  erasedAt: Date | null;

  @Connection({
    description:
      'The claims that have the source in an attribution chain, at any position.' +
      ' The latest `occurred` first by default.',
    of: () => Claim,
    args: () => SourceClaimArgs,
    rows: (source, claim, { asOrigin, filter }, ctx) => {
      const key = column(source, 'id');
      const isFirst = (claimId: Sql) => sql`exists (select from speaker s
        where s.claim_id = ${claimId} and s.source_id = ${key} and s.position = 0)`;
      return claimRows('source', { key, claim, filter, ctx, ...(asOrigin && { also: isFirst }) });
    },
  })
  claims: Relation<Claim[]>;

  @Connection({
    description:
      'The reports that the source published or wrote.' +
      ' The latest `published` first by default.',
    of: () => Report,
    args: () => ReportListArgs,
    rows: (source, report) => ({
      from: sql`report ${report}`,
      where: sql`(${report}.publisher_id = ${column(source, 'id')} or exists (
        select from report_author author
        where author.report_id = ${report}.id and author.author_id = ${column(source, 'id')}))`,
    }),
  })
  reports: Relation<Report[]>;

  @Many(() => ExternalId, 'source', {
    description:
      'The source’s external ids: its ids in other systems.' + ' Sorted by system and value.',
  })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Source, 'sources');
