/** One import in a process of its own: `node one.mjs URL FORMAT FILE RELEASE` prints what it took, as JSON. */
import 'reflect-metadata';
import { fromServer } from '../house.mjs';

const [url, name, file, release] = process.argv.slice(2);
const { connect } = await fromServer('database/connect');
const { migrate } = await fromServer('database/migrate');
const { poolOf } = await fromServer('database/data-source');
const { formats } = await fromServer('ingest/formats');
const { openFile } = await fromServer('ingest/read/bytes');
const { importFile } = await fromServer('ingest/run');

const database = await connect(url);
await migrate(database);
const client = await poolOf(database).connect();
const started = performance.now();
const cpu = process.cpuUsage();
const counts = await importFile(
  client,
  formats.find((format) => format.name === name),
  await openFile(file),
  { release },
);
const { user, system } = process.cpuUsage(cpu);
const seconds = (performance.now() - started) / 1000;
client.release(true);
await database.destroy();
console.log(
  JSON.stringify({
    counts,
    seconds,
    cpu: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
