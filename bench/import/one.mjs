/**
 * `node one.mjs URL FORMAT FILE RELEASE [ROWS]` runs one import in a process of its own, in batches
 * of so many rows or of sizes that adapt, and prints its counts, time in seconds, CPU seconds and
 * peak memory in MB as JSON.
 */
import 'reflect-metadata';
import { importServer } from '../paths.mjs';

const [url, name, file, release, batchRows] = process.argv.slice(2);
const { connect } = await importServer('database/connect');
const { migrate } = await importServer('database/migrate');
const { poolOf } = await importServer('database/data-source');
const { importFormats } = await importServer('ingest/formats');
const { openFile } = await importServer('ingest/read/bytes');
const { importFile } = await importServer('ingest/run');

const database = await connect(url);
await migrate(database);
const client = await poolOf(database).connect();
const start = performance.now();
const cpu = process.cpuUsage();
const counts = await importFile(
  client,
  importFormats.find((format) => format.name === name),
  await openFile(file),
  { release, ...(batchRows && { batchRows: Number(batchRows) }) },
);
const { user, system } = process.cpuUsage(cpu);
const seconds = (performance.now() - start) / 1000;
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
