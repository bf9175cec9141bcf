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

/** How the view of a record reads it: its field, its operation in the SDK, and what is shown. */
const recordReads = {
  loc: ['location', 'LocationById', 'label kind names { text language kind }'],
  fac: ['faction', 'FactionById', 'name kind relations { kind from { name } to { name } }'],
  src: ['source', 'SourceById', 'name kind role reliability ratings { reliability rationale at }'],
  rpt: ['report', 'ReportById', 'title url publisher { name } published { edtf } bodyKind body'],
} as const;

/** How the record that a view has open is read. Undefined: it has none, or a claim. */
const recordReadOf = (open: string | undefined) =>
  Object.entries(recordReads).find(([prefix]) => open?.startsWith(`${prefix}_`))?.[1];

/** The view as a query that runs in any GraphQL client: the record that is open, and the claims. */
export function graphqlOf(filter: ClaimFilter, open?: string): string {
  const isEmpty = Object.keys(filter).length === 0;
  const read = recordReadOf(open);
  const record = read ? `  ${read[0]}(id: ${JSON.stringify(open)}) { ${read[2]} }\n` : '';
  return `{
${record}  claims(first: 20${isEmpty ? '' : `, filter: ${graphqlLiteral(filter)}`}) {
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

/** The view as a program that uses the SDK. It is JavaScript, and checks as TypeScript. */
export function sdkCodeOf(filter: ClaimFilter, url: string, open?: string): string {
  const read = recordReadOf(open);
  const record = read
    ? `const { ${read[0]} } = await client.execute(${read[1]}, { id: ${JSON.stringify(open)} });
console.log(${read[0]});
`
    : '';
  return `import { createClient, paginate } from '@claimgraph/sdk';
import { formatChain, formatFuzzyDate } from '@claimgraph/sdk/format';
import { Claims${read ? `, ${read[1]}` : ''} } from '@claimgraph/sdk/operations';

const client = createClient({ url: ${JSON.stringify(url)} });
${record}const claims = paginate(client, Claims, (data) => data.claims, {
  filter: ${JSON.stringify(filter, null, 2).replaceAll('\n', '\n  ')},
});
for await (const claim of claims) {
  const speakers = claim.attributions.map(({ chain }) => formatChain(chain)).join('; ');
  console.log(formatFuzzyDate(claim.occurred), speakers, claim.statement);
}
`;
}

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
