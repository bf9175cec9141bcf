/**
 * `npm run bench` compares several servers on one PostgreSQL, with the same claims and queries.
 * It installs, builds, starts and loads what it needs, checks that all servers give the same
 * answers, measures them, prints the results, and stops what it started.
 */
import { BenchError } from './bench-error.mjs';
import { OptionError, readOptions, usage } from './options.mjs';
import { prepare } from './prepare.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else {
    prepare();
    // The bench's own packages are certain to be installed only now.
    const { run } = await import('./run.mjs');
    process.exitCode = await run(options);
  }
} catch (error) {
  console.error(error instanceof BenchError ? error.message : error);
  process.exitCode = error instanceof OptionError ? 2 : 1;
}
