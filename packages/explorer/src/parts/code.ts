import type { ClaimFilter } from '@claimgraph/sdk/operations';

/** Values of the API that are enum values, by the name of their field. */
const enumFields = new Set(['kind', 'modality', 'status', 'match']);

/** A value as GraphQL writes it: names without quotation marks, enum values as words. */
export function graphqlLiteral(value: unknown, field = ''): string {
  if (Array.isArray(value))
    return `[${value.map((each) => graphqlLiteral(each, field)).join(', ')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{ ${entries.map(([key, each]) => `${key}: ${graphqlLiteral(each, key)}`).join(', ')} }`;
  }
  return typeof value === 'string' && enumFields.has(field) ? value : JSON.stringify(value);
}

/** The view as a query that runs in any GraphQL client. */
export function graphqlOf(filter: ClaimFilter): string {
  const isEmpty = Object.keys(filter).length === 0;
  return `{
  claims(first: 20${isEmpty ? '' : `, filter: ${graphqlLiteral(filter)}`}) {
    totalCount
    nodes {
      id statement kind modality status
      attributions { chain { capacity source { name } } }
      occurred { edtf earliest latest basis }
      places { role geoPrecision location { label } }
      quantities { measure comparator min best max }
      passage { quote bodyKind }
      report { title url }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;
}

/** The view as a program that uses the SDK. */
export const sdkCodeOf = (filter: ClaimFilter, url: string): string =>
  `import { createClient, paginate } from '@claimgraph/sdk';
import { formatChain, formatFuzzyDate } from '@claimgraph/sdk/format';
import { Claims } from '@claimgraph/sdk/operations';

const client = createClient({ url: ${JSON.stringify(url)} });
const filter = ${JSON.stringify(filter, null, 2)} as const;
for await (const claim of paginate(client, Claims, (data) => data.claims, { filter })) {
  const speakers = claim.attributions.map(({ chain }) => formatChain(chain)).join('; ');
  console.log(formatFuzzyDate(claim.occurred), speakers, claim.statement);
}
`;

/** The view of one record, in both forms. */
export const claimGraphqlOf = (id: string): string => `{
  claim(id: ${JSON.stringify(id)}) {
    statement kind modality status credibility
    attributions { chain { capacity verb source { name reliability } } }
    occurred { edtf earliest latest extent basis asWritten }
    places { role geoPrecision location { label } }
    parties { role faction { name } }
    quantities { measure comparator min best max asWritten }
    passage { quote in start end bodyKind }
    report { title url publisher { name } }
    links { kind sharedOrigin rationale from { statement } to { statement } }
    assessments { status credibility rationale at by }
  }
}
`;

export const claimSdkCodeOf = (id: string, url: string): string =>
  `import { createClient } from '@claimgraph/sdk';
import { ClaimById } from '@claimgraph/sdk/operations';

const client = createClient({ url: ${JSON.stringify(url)} });
const { claim } = await client.execute(ClaimById, { id: ${JSON.stringify(id)} });
console.log(claim);
`;

/** The address of the view as a file. */
export const exportAddress = (format: 'csv' | 'geojson', filter: ClaimFilter): string =>
  `export/${format}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
