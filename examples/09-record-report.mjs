// node examples/09-record-report.mjs [url]: records a report with four claims in one call. A name
// refers to a record of the ledger or of the same call. With the key, a second run writes nothing.
import { RecordReport } from '@claimgraph/sdk/operations';
import { client } from './client.mjs';

const { execute } = client;
const chain = [{ source: { name: 'N. Walker' } }, { source: { name: 'Courier' } }];
const shared = { attributions: [{ chain }], places: [{ location: { name: 'Tal Shihab' } }] };
/** @type {import('@claimgraph/sdk/operations').RecordReportInput} */
const input = {
  report: {
    kind: 'ARTICLE',
    title: 'A made-up report',
    publisher: { new: { kind: 'OUTLET', names: [{ text: 'Courier', kind: 'PRIMARY' }] } },
    authors: [{ new: { kind: 'PERSON', names: [{ text: 'N. Walker', kind: 'PRIMARY' }] } }],
  },
  claims: [
    { ...shared, kind: 'HUMANITARIAN_SITUATION', statement: 'The bakery is open again.' },
    { ...shared, kind: 'RETURN', statement: 'About forty people came back.' },
    { ...shared, kind: 'OTHER', statement: 'The mill works by day.' },
    { ...shared, kind: 'OTHER', statement: 'Flour runs out.', modality: 'FEARED' },
  ],
};
const { recordReport } = await execute(RecordReport, { input }, { idempotencyKey: 'example-09' });
for (const { kind, statement } of recordReport.claims) console.log(`${kind}: ${statement}`);
