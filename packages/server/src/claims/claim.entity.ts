import { Field, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { connectionTypes, FirstArgs } from '../compiler/connection-types.ts';
import { Derived, List, Listing } from '../compiler/declare.ts';
import { and, column, raw, sql } from '../compiler/sql.ts';
import { ExternalId } from '../records/external-id.entity.ts';
import { LedgerRecord, notWithdrawn } from '../records/record.entity.ts';
import { matchesWithdrawn, withdrawnKey } from '../records/withdrawn-filter.ts';
import { Report } from '../reports/report.entity.ts';
import { Embed, Enum, Flag, Many, One, Table, Text } from '../values/columns.ts';
import { FuzzyInterval } from '../values/fuzzy-date.ts';
import { Language } from '../values/scalars.ts';
import { Assessment } from './assessment.entity.ts';
import { Attribution } from './attribution.entity.ts';
import { Citation } from './citation.entity.ts';
import { ClaimKind, ClaimStatus, Credibility, Modality } from './claim.enums.ts';
import { ClaimFilter } from './claim.filter.ts';
import { claimScan } from './claim.scan.ts';
import { ClaimLink } from './claim-link.entity.ts';
import { LinkArgs } from './claim-link.filter.ts';
import { citationsOfClaim } from './claim-measures.ts';
import { ClaimParty } from './claim-party.entity.ts';
import { ClaimPlace } from './claim-place.entity.ts';
import { ImportIssue } from './import-issue.entity.ts';
import { Passage } from './passage.ts';
import { Quantity } from './quantity.entity.ts';
import { restsOnAnythingWithdrawn } from './withdrawn-dependencies.ts';

@ObjectType({
  implements: LedgerRecord,
  description:
    'One assertion, read in one report. Claimgraph never states that the claim is true, only ' +
    'that a source made it.',
})
@Table()
@Listing(() => ({
  live: notWithdrawn,
  liveKey: withdrawnKey,
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
        sql`(select coalesce(r.published_latest, r.published_earliest)
          from report r where r.id = ${row}.report_id)`,
      cast: 'date',
      nullable: true,
    },
    RECORDED: { by: (row) => sql`${row}.created_at`, cast: 'timestamptz' },
    CITATIONS: { by: citationsOfClaim, cast: 'int' },
  },
  fallback: { by: 'OCCURRED', direction: 'DESC' },
}))
export class Claim extends LedgerRecord {
  @Text({
    max: 5_000,
    description: 'The assertion in one neutral sentence, written by the analyst.',
  })
  statement: string;

  @Text({
    max: 35,
    type: () => Language,
    description: 'The language of `statement`, as a BCP 47 tag.',
  })
  language: string;

  @Enum(() => ClaimKind, { description: 'What the claim is about, such as an air strike.' })
  kind: ClaimKind;

  @Enum(() => Modality, {
    description:
      'How the speaker puts the claim: asserted, denied, feared … A feared air strike is not an ' +
      'air strike.',
  })
  modality: Modality;

  @One(() => Report, {
    description:
      'The report in which we read the claim. For a row in a data set, this is the data-set ' +
      'release.',
    index: 'NONE',
  })
  report: Relation<Report>;
  reportId: string;

  @Embed(() => Passage, {
    nullable: true,
    description:
      'The words in the report on which the claim is based. Null: no passage is recorded.',
  })
  passage: Passage | null;

  @Many(() => Citation, 'claim', {
    description:
      'The reports that the claim’s own report cites as its evidence. A figure is that of the ' +
      'citing report, not of the cited one.' +
      ' In the order of the input.',
  })
  citations: Relation<Citation[]>;

  @Many(() => Attribution, 'claim', {
    description:
      'The paths by which the claim reached us. Speakers who are quoted side by side have ' +
      'separate attributions.' +
      ' In the order of the input.',
  })
  attributions: Relation<Attribution[]>;

  @Embed(() => FuzzyInterval, {
    nullable: true,
    description:
      'When what the claim describes is said to have happened or held. Null: not stated.',
  })
  occurred: FuzzyInterval | null;

  @Many(() => ClaimPlace, 'claim', {
    description:
      'The places that the claim names, each with its role. Empty: the claim names no place.' +
      ' In the order of the input.',
  })
  places: Relation<ClaimPlace[]>;

  @Many(() => ClaimParty, 'claim', {
    description:
      'The factions that the claim names, each with its role. Empty: the claim names no faction.' +
      ' In the order of the input.',
  })
  parties: Relation<ClaimParty[]>;

  @Many(() => Quantity, 'claim', {
    description:
      'The figures that the claim gives, each with its bounds.' + ' In the order of the input.',
  })
  quantities: Relation<Quantity[]>;

  @Flag({
    description:
      'Whether the claim is a total for several incidents that the report does not list ' +
      'separately (UCDP `event_clarity` 2).',
  })
  aggregate: boolean;

  @Enum(() => Credibility, {
    default: 'SIX',
    description:
      'The claim’s current credibility, Admiralty code 1–6 (NATO STANAG 2511). SIX until ' +
      'somebody assesses the claim. Only `assessClaim` changes the grade.',
  })
  credibility: Credibility;

  @Enum(() => ClaimStatus, {
    default: 'UNVERIFIED',
    description: 'The claim’s current verification status. Only `assessClaim` changes the status.',
  })
  status: ClaimStatus;

  @List({
    description: 'All assessments of the claim over time, newest first.',
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
      'Links to and from other claims. Links to withdrawn claims are left out.' + ' Sorted by id.',
    of: () => ClaimLink,
    args: () => LinkArgs,
    rows: (claim, row, { kinds, withdrawn }) => ({
      from: sql`claim_link ${row}`,
      where: and([
        sql`(${row}.from_id = ${column(claim, 'id')} or ${row}.to_id = ${column(claim, 'id')})`,
        matchesWithdrawn(row, withdrawn),
        withdrawn === 'EXCLUDE'
          ? sql`not exists (select from claim w
              where w.id in (${row}.from_id, ${row}.to_id) and w.id <> ${column(claim, 'id')}
                and w.withdrawn_at is not null)`
          : raw('true'),
        kinds == null ? raw('true') : sql`${row}.kind = any(${kinds}::text[])`,
      ]),
    }),
    order: (row) => sql`${row}.id`,
  })
  links: Relation<ClaimLink[]>;

  @Field(() => Boolean, {
    description:
      'Whether a record that the claim depends on is withdrawn: its report, a cited report, or a ' +
      'source, faction or location that it names.',
  })
  @Derived(restsOnAnythingWithdrawn)
  restsOnWithdrawn: boolean;

  @Many(() => ImportIssue, 'claim', {
    description:
      'The values that the import left out or corrected. Empty: no issues, or the claim was not ' +
      'imported.' +
      ' In the order of the import.',
  })
  importIssues: Relation<ImportIssue[]>;

  @Many(() => ExternalId, 'claim', {
    description:
      'The claim’s external ids, for example in the system `ucdp-event` or `acled`.' +
      ' Sorted by system and value.',
  })
  declare externalIds: Relation<ExternalId[]>;
}

connectionTypes(Claim, 'claims');
