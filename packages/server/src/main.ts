import 'reflect-metadata';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { StartError } from './database/start-error.ts';
import { start } from './start.ts';
import { welcome } from './welcome.ts';

const fail = (error: unknown): never => {
  const known = error instanceof ConfigError || error instanceof StartError;
  console.error(known ? error.message : error);
  process.exit(1);
};

try {
  const config = readConfig();
  const running = await start(config, pino({ level: 'warn', base: undefined }));
  console.log(await welcome(running, config));
  let stopping = false;
  const stop = (code: number) => {
    if (stopping) return;
    stopping = true;
    running.stop().then(() => process.exit(code), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  void running.ended.then(() => {
    if (stopping) return;
    console.error('PostgreSQL ended. Claimgraph ends too; start it again.');
    stop(1);
  });
} catch (error) {
  fail(error);
}
