import { StrictMode, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  graphql,
  RelayEnvironmentProvider,
  useLazyLoadQuery,
  useMutation,
  usePaginationFragment,
  useRefetchableFragment,
} from 'react-relay';
import { environment } from '../relay-environment.js';
import type { main_claims$key } from './__generated__/main_claims.graphql.js';
import type { main_report$key } from './__generated__/main_report.graphql.js';
import type { mainQuery } from './__generated__/mainQuery.graphql.js';
import type { mainRecordMutation } from './__generated__/mainRecordMutation.graphql.js';

function Report({ report }: { report: main_report$key }) {
  const [{ title, language }, refetch] = useRefetchableFragment(
    graphql`
      fragment main_report on Report @refetchable(queryName: "mainReportQuery") {
        title
        language
      }
    `,
    report,
  );
  return (
    <button type="button" title={language ?? ''} onClick={() => refetch({})}>
      {title}
    </button>
  );
}

function Claims({ query }: { query: main_claims$key }) {
  const { data, hasNext, loadNext } = usePaginationFragment(
    graphql`
      fragment main_claims on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
      @refetchable(queryName: "mainClaimsQuery") {
        claims(first: $count, after: $cursor) @connection(key: "main_claims") {
          edges {
            node {
              id
              statement
              occurred {
                edtf
              }
              report {
                id
                ...main_report
              }
            }
          }
        }
      }
    `,
    query,
  );
  return (
    <>
      <ul>
        {data.claims.edges.map(({ node }) => (
          <li key={node.id}>
            {node.statement} {node.occurred?.edtf}
          </li>
        ))}
      </ul>
      {data.claims.edges[0] && <Report report={data.claims.edges[0].node.report} />}
      <output>{String(hasNext)}</output>
      <button type="button" onClick={() => loadNext(10)}>
        more
      </button>
    </>
  );
}

/** The input of the mutation has references, of which exactly one field is given (`@oneOf`). */
function Record() {
  const [commit] = useMutation<mainRecordMutation>(graphql`
    mutation mainRecordMutation($input: RecordReportInput!) {
      recordReport(input: $input) {
        report {
          publisher {
            name
          }
        }
        report {
          authors {
            name
          }
        }
      }
    }
  `);
  const [recorded, setRecorded] = useState('');
  const record = () => {
    const names = [{ text: 'The Relay Courier', kind: 'PRIMARY' }] as const;
    const publisher = { new: { kind: 'OUTLET', names } } as const;
    const authors = [{ name: 'The Relay Courier' }];
    const report = { kind: 'ARTICLE', title: 'Families return', publisher, authors } as const;
    commit({
      variables: { input: { report, claims: [] } },
      onCompleted: ({ recordReport: { report } }) =>
        setRecorded(`${report.publisher?.name}: ${report.authors[0]?.name}`),
      onError: (error) => setRecorded(error.message),
    });
  };
  return (
    <button type="button" onClick={record}>
      {recorded || 'record'}
    </button>
  );
}

function Page() {
  const query = useLazyLoadQuery<mainQuery>(
    graphql`
      query mainQuery {
        ...main_claims
      }
    `,
    {},
  );
  return (
    <>
      <Claims query={query} />
      <Record />
    </>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <RelayEnvironmentProvider environment={environment}>
      <Suspense fallback="loads">
        <Page />
      </Suspense>
    </RelayEnvironmentProvider>
  </StrictMode>,
);
