import type { Api } from '../testing/api.ts';

export const searchDocument = `query (
  $text: String!, $types: [RecordType!], $within: ID, $near: NearInput,
  $match: NameMatch! = SCRIPT, $first: Int, $after: String, $last: Int, $before: String
) {
  search(
    text: $text, types: $types, within: $within, near: $near, match: $match,
    first: $first, after: $after, last: $last, before: $before
  ) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor }
    nodes {
      rule score label name { text }
      record { __typename id version ... on Location { kind } ... on Claim { report { title } } }
    }
  }
}`;

/** Searches the names and the statements of a ledger. */
export const searchFor = async (api: Api, text: string, more: object = {}) =>
  (await api.data(searchDocument, { text, ...more })).search;
