import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommandLine } from '../cli/run.ts';

/** How a command ended. */
export interface CommandEnd {
  code: number;
  /** What keeps a process of its own from ending, such as an open socket. */
  leftOpen: string[];
}

/** A command for the host of commands. */
export interface HostedCommand {
  folder: string;
  args: readonly string[];
  environment: NodeJS.ProcessEnv;
  /** What the host writes to both outputs after those of the command. */
  end: string;
}

// Commands add listeners that they leave to the end of their process.
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);

/** How long what a command leaves open may take to close, in milliseconds. */
const longestClose = 10_000;

/** Waits until what a command has opened is closed. @returns what is open after all. */
async function untilNothingIsOpen(before: readonly string[]): Promise<string[]> {
  for (const deadline = Date.now() + longestClose; ; await sleep(2)) {
    const open = [...process.getActiveResourcesInfo()];
    for (const resource of before)
      if (open.includes(resource)) open.splice(open.indexOf(resource), 1);
    if (open.length === 0 || Date.now() > deadline) return open;
  }
}

/**
 * Runs one command after the other, as a process of its own would, but loads the program only once.
 * It answers each with a {@link CommandEnd}.
 */
process.on('message', async ({ folder, args, environment, end }: HostedCommand) => {
  process.chdir(folder);
  process.env = environment;
  process.exitCode = 0;
  const before = process.getActiveResourcesInfo();
  await runCommandLine(args);
  const leftOpen = await untilNothingIsOpen(before);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  process.stdout.write(end);
  process.stderr.write(end);
  const ended: CommandEnd = { code: Number(process.exitCode), leftOpen };
  process.send!(ended);
});
