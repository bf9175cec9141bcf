import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { StartError } from './database/start-error.ts';
import { type Running, start } from './start.ts';
import { welcome } from './welcome.ts';

// Memory is looked through when it has grown by a sixth. By itself V8 waits for it to be four times what is in use: under a stream of
// questions that are all new, 380 MB for 65 MB of them.
setFlagsFromString('--heap-growing-percent=15');

let running: Running | undefined;
let stopping = false;

const fail = (error: unknown): never => {
  const known = error instanceof ConfigError || error instanceof StartError;
  console.error(known ? error.message : error);
  process.exit(1);
};

/** Lets what is under way end. While still starting there is nothing to end: the embedded PostgreSQL goes with this process. */
const stop = (code: number): void => {
  if (stopping) return;
  stopping = true;
  if (!running) process.exit(code);
  running.stop().then(() => process.exit(code), fail);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

try {
  const config = readConfig();
  running = await start(config, pino({ level: 'warn', base: undefined }));
  void running.ended.then(() => {
    if (!stopping) console.error('PostgreSQL ended. Claimgraph ends too; start it again.');
    stop(1);
  });
  console.log(await welcome(running, config));
} catch (error) {
  if (!stopping) fail(error);
}
