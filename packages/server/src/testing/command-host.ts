import 'reflect-metadata';
import { runCommandLine } from '../cli/run.ts';

/** A command for the host of commands. */
export interface HostedCommand {
  folder: string;
  args: readonly string[];
  environment: NodeJS.ProcessEnv;
  /** What the host writes to both outputs after those of the command. */
  end: string;
}

// A command listens to them until its process ends.
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);

/**
 * Runs one command after the other, as a process of its own would, but loads the program only once.
 * It answers each with its exit code.
 */
process.on('message', async ({ folder, args, environment, end }: HostedCommand) => {
  process.chdir(folder);
  process.env = environment;
  process.exitCode = 0;
  await runCommandLine(args);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  process.stdout.write(end);
  process.stderr.write(end);
  process.send!(process.exitCode);
});
