// Write claims as CSV (RFC 4180) with columns of your own, one claim per line. `exportClaims` of
// `@claimgraph/sdk/files` streams the server's own CSV, which has all columns.
//
//   node examples/07-csv.mjs [url] > claims.csv

import { createClient, paginate } from '@claimgraph/sdk';
import { formatChain, formatFuzzyDate, formatQuantity } from '@claimgraph/sdk/format';
import { Claims } from '@claimgraph/sdk/operations';
import { headers } from './headers.mjs';

const url = process.argv[2] ?? 'http://localhost:4000/graphql';
const client = createClient({ url, headers });

/**
 * A cell as CSV. A spreadsheet would run a cell that starts like a formula, so that gets a quote.
 */
const csvCell = (value) => {
  const text = String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The columns, each with its value in a claim. What is unknown stays empty. */
const columns = {
  statement: (claim) => claim.statement,
  kind: (claim) => claim.kind,
  modality: (claim) => claim.modality,
  when: (claim) => formatFuzzyDate(claim.occurred),
  earliest: (claim) => claim.occurred?.earliest,
  latest: (claim) => claim.occurred?.latest,
  speakers: (claim) => claim.attributions.map(({ chain }) => formatChain(chain)).join('; '),
  places: (claim) => claim.places.map(({ location }) => location.label).join('; '),
  figure: (claim) => claim.quantities[0] && formatQuantity(claim.quantities[0]),
  min: (claim) => claim.quantities[0]?.min,
  max: (claim) => claim.quantities[0]?.max,
  measure: (claim) => claim.quantities[0]?.measure,
  report: (claim) => claim.report.title,
};

const writeLine = (cells) => process.stdout.write(`${cells.map(csvCell).join(',')}\r\n`);

writeLine(Object.keys(columns));
for await (const claim of paginate(client, Claims, (data) => data.claims))
  writeLine(Object.values(columns).map((read) => read(claim)));
