// Import a table of your own. The mapping says what its columns mean. A row that cannot be read in
// full is imported with what is sound, and listed. Imported again, the table changes nothing.
//   node examples/13-import.mjs [url]
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
const address = new URL('/import/csv', process.argv[2] ?? 'http://localhost:4000/graphql');
address.searchParams.set('map', JSON.stringify(mapping));
address.searchParams.set('file', 'incidents.csv');

const response = await fetch(address, { method: 'POST', body: table });
const { errors, rowsImported, created, firstProblems } = await response.json();
if (errors) throw new Error(errors[0].message);
console.log(`${rowsImported} rows, ${created.claims} new claims`);
for (const { line, column, value, kind } of firstProblems) console.log(line, column, value, kind);
