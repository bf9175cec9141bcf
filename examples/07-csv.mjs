// Claims as CSV (RFC 4180), one a line: into a file or a spreadsheet, with who said it and where it was read.
//
//   node examples/07-csv.mjs [url] > claims.csv

import { createClient, paginate } from '@claimgraph/sdk';
import { Claims } from '@claimgraph/sdk/operations';

const [url = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000/graphql'] = process.argv.slice(2);
const client = createClient({ url });

// A cell that starts like a formula would be run by a spreadsheet.
const cell = (value) => {
  const text = String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const line = (cells) => process.stdout.write(`${cells.map(cell).join(',')}\r\n`);

line([
  'statement',
  'kind',
  'modality',
  'earliest',
  'latest',
  'first speaker',
  'heard from',
  'places',
  'least',
  'most',
  'measure',
  'report',
]);
const order = /** @type {const} */ ({ by: 'OCCURRED', direction: 'DESC' });
for await (const claim of paginate(client, Claims, ({ claims }) => claims, { orderBy: order })) {
  const { statement, kind, modality, occurred, attributions, places, quantities, report } = claim;
  const chain = attributions[0]?.chain ?? [];
  // What is unknown stays empty.
  const [figure] = quantities;
  line([
    statement,
    kind,
    modality,
    occurred?.earliest,
    occurred?.latest,
    chain[0]?.source.name,
    chain.at(-1)?.source.name,
    places.map(({ location }) => location.label).join('; '),
    figure?.min,
    figure?.max,
    figure?.measure,
    report.title,
  ]);
}
