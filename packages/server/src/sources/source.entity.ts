import { ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Claim } from '../claims/claim.entity.ts';
import { claimIndexRows } from '../claims/claim-index.entity.ts';
import { connectionTypes, FirstArgs } from '../compiler/connection-types.ts';
import { Connection, List, Listing } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { Location } from '../locations/location.entity.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { Name } from '../records/name.entity.ts';
import { namedListing } from '../records/named-listing.ts';
import { LedgerRecord } from '../records/record.entity.ts';
import { Report } from '../reports/report.entity.ts';
import { ReportListArgs } from '../reports/report.filter.ts';
import { Enum, Many, One, Table, Text } from '../values/columns.ts';
import { Affiliation } from './affiliation.entity.ts';
import { Rating } from './rating.entity.ts';
import { Protection, Reliability, SourceKind } from './source.enums.ts';
import { SourceClaimArgs, SourceFilter } from './source.filter.ts';

@ObjectType({
  implements: LedgerRecord,
  description:
    'Whoever asserts: a person, outlet, organisation, official body, unnamed collective, data set.',
})
@Table()
@Listing(namedListing(() => SourceFilter))
export class Source extends LedgerRecord {
  @Enum(() => SourceKind, { description: 'What sort of source it is.' })
  kind: SourceKind;

  @Text({ description: 'The name to show: its first PRIMARY name.' })
  name: string;

  @Many(() => Name, 'ofSource', { description: 'All its names, the one to show first.' })
  names: Relation<Name[]>;

  @Text({
    nullable: true,
    description: 'What it is or does, in a few words, as reports say. Null: not stated.',
  })
  role: string | null;

  @List({
    description: 'What it is said to belong to or serve, and which claims say so.',
    of: () => Affiliation,
    args: () => FirstArgs,
    rows: (source, row) => ({
      from: sql`affiliation ${row}`,
      where: sql`${row}.source_id = ${column(source, 'id')} and ${row}.withdrawn_at is null`,
    }),
    order: (row) => sql`${row}.id`,
  })
  affiliations: Relation<Affiliation[]>;

  @One(() => Location, { nullable: true, description: 'Where it is based. Null: not stated.' })
  basedIn: Relation<Location> | null;
  basedInId: string | null;

  @Enum(() => Reliability, {
    default: 'F',
    description:
      'Its reliability now, Admiralty A–F. F when nobody has judged. Moved only by `rateSource`.',
  })
  reliability: Reliability;

  @List({
    description: 'How its reliability was judged over time, newest first.',
    of: () => Rating,
    args: () => FirstArgs,
    rows: (source, row) => ({
      from: sql`rating ${row}`,
      where: sql`${row}.source_id = ${column(source, 'id')}`,
    }),
    order: (row) => sql`${row}.at desc, ${row}.id desc`,
  })
  ratings: Relation<Rating[]>;

  @Enum(() => Protection, { default: 'PUBLIC', description: 'How it is to be protected.' })
  protection: Protection;

  @Connection({
    description: 'Claims in whose chain it speaks, first or further on.',
    of: () => Claim,
    args: () => SourceClaimArgs,
    rows: (source, claim, { asOrigin }) => {
      const first = sql`exists (select from speaker s where s.claim_id = kept.claim_id and s.source_id = ${column(source, 'id')} and s.position = 0)`;
      return claimIndexRows('source', column(source, 'id'), claim, asOrigin ? first : undefined);
    },
  })
  claims: Relation<Claim[]>;

  @Connection({
    description: 'Reports that it published or wrote.',
    of: () => Report,
    args: () => ReportListArgs,
    rows: (source, report) => ({
      from: sql`report ${report}`,
      where: sql`(${report}.publisher_id = ${column(source, 'id')} or exists (select from report_author author where author.report_id = ${report}.id and author.author_id = ${column(source, 'id')}))`,
    }),
  })
  reports: Relation<Report[]>;

  @Many(() => ExternalId, 'source', { description: 'Its ids in other systems.' })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Source, 'sources');
