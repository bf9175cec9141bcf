import { Field, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { connectionTypes, FirstArgs } from '../compiler/connection-types.ts';
import { Derived, List, Listing } from '../compiler/declare.ts';
import { column, sql } from '../compiler/sql.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { LedgerRecord, notWithdrawn } from '../records/record.entity.ts';
import { Report } from '../reports/report.entity.ts';
import { Embed, Enum, Flag, Many, One, Table, Text } from '../values/columns.ts';
import { FuzzyInterval } from '../values/fuzzy-date.ts';
import { Language } from '../values/scalars.ts';
import { Assessment } from './assessment.entity.ts';
import { Attribution } from './attribution.entity.ts';
import { Citation } from './citation.entity.ts';
import { ClaimKind, ClaimStatus, Credibility, Modality } from './claim.enums.ts';
import { ClaimFilter, LinkArgs } from './claim.filter.ts';
import { claimScan } from './claim.scan.ts';
import { ClaimLink } from './claim-link.entity.ts';
import { ClaimParty } from './claim-party.entity.ts';
import { ClaimPlace } from './claim-place.entity.ts';
import { ImportIssue } from './import-issue.entity.ts';
import { Passage } from './passage.ts';
import { Quantity } from './quantity.entity.ts';
import { restsOnAnythingWithdrawn } from './withdrawn-dependencies.ts';

@ObjectType({
  implements: LedgerRecord,
  description:
    'One assertion, read in one report. Claimgraph never says that it is so; it says that a source said so.',
})
@Table()
@Listing(() => ({
  live: notWithdrawn,
  filter: () => ClaimFilter,
  scan: claimScan,
  orders: {
    OCCURRED: {
      by: (row) => sql`coalesce(${row}.occurred_latest, ${row}.occurred_earliest)`,
      cast: 'date',
      nullable: true,
    },
    PUBLISHED: {
      by: (row) =>
        sql`(select coalesce(r.published_latest, r.published_earliest) from report r where r.id = ${row}.report_id)`,
      cast: 'date',
      nullable: true,
    },
    RECORDED: { by: (row) => sql`${row}.created_at`, cast: 'timestamptz' },
  },
  fallback: { by: 'OCCURRED', direction: 'DESC' },
}))
export class Claim extends LedgerRecord {
  @Text({ max: 5_000, description: 'The assertion in one neutral sentence of the analyst’s.' })
  statement: string;

  @Text({ max: 35, type: () => Language, description: 'The language of `statement`.' })
  language: string;

  @Enum(() => ClaimKind, { description: 'What it is about.' })
  kind: ClaimKind;

  @Enum(() => Modality, {
    description: 'How the speaker puts it. A fear of an air strike is no air strike.',
  })
  modality: Modality;

  @One(() => Report, {
    description: 'Where we read it. For a row of a data set: the data set’s release.',
  })
  report: Relation<Report>;
  reportId: string;

  @Embed(() => Passage, {
    nullable: true,
    description: 'The words of the report that it rests on. Null: not anchored.',
  })
  passage: Passage | null;

  @Many(() => Citation, 'claim', {
    description:
      'What the report itself cites for it. A figure stays the report’s, not the cited article’s.',
  })
  citations: Relation<Citation[]>;

  @Many(() => Attribution, 'claim', {
    description: 'How it reached us: one per way. Speakers heard side by side are several.',
  })
  attributions: Relation<Attribution[]>;

  @Embed(() => FuzzyInterval, {
    nullable: true,
    description: 'When it is said to have happened, or to have held. Null: not said.',
  })
  occurred: FuzzyInterval | null;

  @Many(() => ClaimPlace, 'claim', { description: 'Where, and what each place is to it.' })
  places: Relation<ClaimPlace[]>;

  @Many(() => ClaimParty, 'claim', {
    description: 'Which factions it names, and as what. Empty: none is named.',
  })
  parties: Relation<ClaimParty[]>;

  @Many(() => Quantity, 'claim', { description: 'The figures it gives.' })
  quantities: Relation<Quantity[]>;

  @Flag({
    description: 'A total over incidents that the report did not separate (UCDP event_clarity 2).',
  })
  aggregate: boolean;

  @Enum(() => Credibility, {
    default: 'SIX',
    description:
      'Its credibility now, Admiralty 1–6. SIX when nobody has judged. Moved only by `assessClaim`.',
  })
  credibility: Credibility;

  @Enum(() => ClaimStatus, {
    default: 'UNVERIFIED',
    description: 'Where its verification stands. Moved only by `assessClaim`.',
  })
  status: ClaimStatus;

  @List({
    description: 'How it was assessed over time, newest first.',
    of: () => Assessment,
    args: () => FirstArgs,
    rows: (claim, row) => ({
      from: sql`assessment ${row}`,
      where: sql`${row}.claim_id = ${column(claim, 'id')}`,
    }),
    order: (row) => sql`${row}.at desc, ${row}.id desc`,
  })
  assessments: Relation<Assessment[]>;

  @List({
    description:
      'How it stands to other claims, from its side or theirs; links to withdrawn ones are left out.',
    of: () => ClaimLink,
    args: () => LinkArgs,
    rows: (claim, row, { kinds }) => ({
      from: sql`claim_link ${row}`,
      where: sql`(${row}.from_id = ${column(claim, 'id')} or ${row}.to_id = ${column(claim, 'id')}) and ${row}.withdrawn_at is null and not exists (
        select from claim w where w.id in (${row}.from_id, ${row}.to_id) and w.id <> ${column(claim, 'id')} and w.withdrawn_at is not null)${kinds == null ? sql`` : sql` and ${row}.kind = any(${kinds}::text[])`}`,
    }),
    order: (row) => sql`${row}.id`,
  })
  links: Relation<ClaimLink[]>;

  @Field(() => Boolean, {
    description:
      'Whether its report, one it cites, or a source, place or faction that it names has been withdrawn.',
  })
  @Derived(restsOnAnythingWithdrawn)
  restsOnWithdrawn: boolean;

  @Many(() => ImportIssue, 'claim', {
    description: 'What an import left out of it or mended. Empty: nothing, or it was not imported.',
  })
  importIssues: Relation<ImportIssue[]>;

  @Many(() => ExternalId, 'claim', {
    description: 'Its ids in other systems, such as `ucdp-event`.',
  })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Claim, 'claims');
