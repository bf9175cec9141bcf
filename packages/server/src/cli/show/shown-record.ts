import { type DocumentNode, parse } from 'graphql';
import type {
  ShowClaimQuery,
  ShowFactionQuery,
  ShowLocationQuery,
  ShowReportQuery,
  ShowSourceQuery,
} from '../../generated/show.ts';
import type { RecordName } from '../../values/record-types.ts';

// `npm run codegen` reads the operations below and writes the types of their results.

const fragments = /* GraphQL */ `
  fragment ShownRecord on Record {
    id version createdAt updatedAt externalIds { system value } withdrawn { at by rationale }
  }

  fragment ShownInterval on FuzzyInterval {
    edtf earliest latest approximate uncertain extent basis asWritten
  }

  fragment ShownReport on Report {
    id title publisher { name }
    published { edtf earliest latest approximate uncertain basis asWritten }
  }

  fragment ShownName on Name { text kind language script scheme during { ...ShownInterval } }

  fragment ShownClaims on ClaimConnection {
    totalCount nodes { id statement modality occurred { ...ShownInterval } }
  }
`;

const claim = /* GraphQL */ `
  query ShowClaim($id: ID!) {
    claim(id: $id) {
      ...ShownRecord
      statement language kind modality aggregate status credibility restsOnWithdrawn
      occurred { ...ShownInterval }
      attributions { chain { capacity verb source { id name role } report { ...ShownReport } } }
      report { ...ShownReport url archivedUrl }
      passage { quote in page directSpeech translation bodyKind }
      citations { locator report { ...ShownReport } }
      places { role basis geoPrecision asWritten point { lat lon } location { id label } }
      parties { role group basis asWritten faction { id name } }
      quantities {
        id measure min best max approximate asWritten partOf
        of { category faction { name } }
      }
      assessments { at by status credibility rationale }
      links { kind sharedOrigin rationale by from { id statement } to { id statement } }
      importIssues { column kind reason value }
    }
  }
`;

const report = /* GraphQL */ `
  query ShowReport($id: ID!) {
    report(id: $id) {
      ...ShownRecord
      ...ShownReport
      kind url archivedUrl retrievedAt language summary body bodyKind wordCount restsOnWithdrawn
      publisher { id name }
      authors { id name }
      dateline { id label }
      reprintOf { id title }
      claims(first: 20) { ...ShownClaims }
    }
  }
`;

const source = /* GraphQL */ `
  query ShowSource($id: ID!) {
    source(id: $id) {
      ...ShownRecord
      name kind role protection reliability
      names { ...ShownName }
      basedIn { id label }
      affiliations {
        role during { ...ShownInterval } claims(first: 3) { id statement }
        to { ... on Faction { id name } ... on Source { id name } }
      }
      ratings { at by reliability rationale }
      reports(first: 20) { totalCount nodes { ...ShownReport } }
      claims(first: 20) { ...ShownClaims }
    }
  }
`;

const faction = /* GraphQL */ `
  query ShowFaction($id: ID!) {
    faction(id: $id) {
      ...ShownRecord
      name kind collective
      names { ...ShownName }
      relations {
        kind during { ...ShownInterval } from { id name } to { id name }
        claims(first: 3) { id statement }
      }
      claims(first: 20) { ...ShownClaims }
    }
  }
`;

const location = /* GraphQL */ `
  query ShowLocation($id: ID!) {
    location(id: $id) {
      ...ShownRecord
      label kind geoPrecision point { lat lon } restsOnWithdrawn
      names { ...ShownName }
      ancestors { id label }
      alsoIn { id label }
      overlaps { id label }
      children(first: 20) { totalCount nodes { id label } }
      claims(first: 20) { ...ShownClaims }
    }
  }
`;

/** The query of each record type: everything that a person reads about a record. */
export const showQueries: Record<RecordName, DocumentNode> = {
  Claim: parse(claim + fragments),
  Report: parse(report + fragments),
  Source: parse(source + fragments),
  Faction: parse(faction + fragments),
  Location: parse(location + fragments),
};

export type ShownClaim = NonNullable<ShowClaimQuery['claim']>;
export type ShownReport = NonNullable<ShowReportQuery['report']>;
export type ShownSource = NonNullable<ShowSourceQuery['source']>;
export type ShownFaction = NonNullable<ShowFactionQuery['faction']>;
export type ShownLocation = NonNullable<ShowLocationQuery['location']>;
