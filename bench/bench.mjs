/**
 * `npm run bench`: contenders side by side, on one PostgreSQL, with the same claims and the same questions. It installs, builds, starts and loads what it
 * needs, checks that all answer alike, measures, tells, and stops what it started.
 */
import { Fault } from './fault.mjs';
import { OptionError, readOptions, usage } from './options.mjs';
import { prepare } from './prepare.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else {
    prepare();
    // Only now are its own packages surely there.
    const { run } = await import('./run.mjs');
    process.exitCode = await run(options);
  }
} catch (error) {
  console.error(error instanceof Fault ? error.message : error);
  process.exitCode = error instanceof OptionError ? 2 : 1;
}
