import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { StartError } from './database/start-error.ts';
import { type Running, start } from './start.ts';
import { onStopSignal } from './stop-signal.ts';
import { welcome } from './welcome.ts';

// V8 collects garbage when the heap has grown by 15 %. By default it waits for a heap of four times
// what is in use: under a stream of new queries that was 380 MB, with 65 MB in use.
setFlagsFromString('--heap-growing-percent=15');

let running: Running | undefined;
let stopping = false;

const fail = (error: unknown): never => {
  const isForUser = error instanceof ConfigError || error instanceof StartError;
  console.error(isForUser ? error.message : error);
  process.exit(1);
};

/**
 * Lets running requests finish. During start there is nothing to finish: the embedded PostgreSQL
 * ends with this process.
 */
const stop = (code: number): void => {
  if (stopping) return;
  stopping = true;
  if (!running) process.exit(code);
  const { stopSeconds } = running;
  setTimeout(() => {
    console.error(`Claimgraph did not stop within ${stopSeconds} s, and ends now.`);
    process.exit(1);
  }, stopSeconds * 1_000).unref();
  running.stop().then(() => process.exit(code), fail);
};

onStopSignal(() => stop(0));

try {
  const config = readConfig();
  running = await start(config, pino({ level: config.logLevel, base: undefined }));
  void running.ended.then(() => {
    if (!stopping) console.error('PostgreSQL ended several times. Claimgraph ends too.');
    stop(1);
  });
  console.log(await welcome(running, config));
} catch (error) {
  if (!stopping) fail(error);
}
