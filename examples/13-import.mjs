// Import a table of your own. The mapping says what its columns mean. A row that cannot be read in
// full is imported with what is sound, and listed. Imported again, the table changes nothing.
//   node examples/13-import.mjs [url]
import { importFile } from '@claimgraph/sdk/files';
import { client } from './client.mjs';

const table = `Ref,Date,What,Type,Place,Killed
M-1,2018-07-05,Shells hit the mill.,Shelling,Saida,3
M-2,some day,Families left by night.,Displacement,Um al-Mayazin,
`;
const mapping = {
  dataset: { name: 'Made-up desk' },
  id: { column: 'Ref' },
  statement: { column: 'What' },
  kind: { column: 'Type', values: { Shelling: 'SHELLING' }, otherwise: 'OTHER' },
  occurred: { from: 'Date' },
};

const options = { mapping, file: 'incidents.csv' };
const { rowsImported, created, firstProblems } = await importFile(client, 'csv', table, options);
console.log(`${rowsImported} rows, ${created.claims} new claims`);
for (const { line, column, value, kind } of firstProblems) console.log(line, column, value, kind);
