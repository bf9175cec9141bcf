import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';
import { inheritedEnvironment } from '../config.ts';
import type { CommandEnd, HostedCommand } from '../testing/command-host.ts';

/** The program that npx runs. */
export const commandPath = fileURLToPath(new URL('../../bin/claimgraph.mjs', import.meta.url));
const hostProgram = fileURLToPath(new URL('../../dist/testing/command-host.js', import.meta.url));

const environmentOf = (variables: Record<string, string>): NodeJS.ProcessEnv => {
  const { PORT, HOST, NODE_OPTIONS, ...inherited } = inheritedEnvironment();
  return { ...inherited, ...variables };
};

/** Starts a command as a person would, in a folder, with only these variables set. */
export const startCommand = (
  folder: string,
  args: readonly string[],
  variables: Record<string, string>,
  program = commandPath,
) => spawn(process.execPath, [program, ...args], { cwd: folder, env: environmentOf(variables) });

/** What a command printed, and its exit code. */
export interface CommandResult {
  code: number;
  out: string;
  err: string;
}

/** The end of the outputs of a command. */
const end = '\0end of the command\0';

/** How long a command may take, in milliseconds. */
const longestCommand = 60_000;

/** The text of a stream, of which {@link collect.until} takes the part before a mark. */
function collect(stream: Readable) {
  let text = '';
  let look = () => {};
  stream.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    look();
  });
  return {
    text: () => text,
    until: (mark: string) =>
      new Promise<string>((settle) => {
        look = () => {
          const at = text.indexOf(mark);
          if (at < 0) return;
          settle(text.slice(0, at));
          text = text.slice(at + mark.length);
          look = () => {};
        };
        look();
      }),
  };
}

/** Starts a process that runs commands one after the other. */
function startHost() {
  const program = spawn(process.execPath, [hostProgram], {
    env: environmentOf({}),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // With a channel for messages, the type of what `spawn` returns has no streams.
  }) as unknown as ChildProcessByStdio<null, Readable, Readable>;
  const [out, err] = [collect(program.stdout), collect(program.stderr)];
  const printed = () => out.text() + err.text();
  const ended = once(program, 'close').then((): never => {
    throw new Error(`A command ended the process that runs commands:\n${printed()}`);
  });
  ended.catch(() => undefined);

  /** @throws Error when a command did more than it may after its end, or ends the process. */
  async function run(command: Omit<HostedCommand, 'end'>): Promise<CommandResult> {
    if (printed()) throw new Error(`A command printed this after its end:\n${printed()}`);
    program.send({ ...command, end });
    const deadline = setTimeout(() => program.kill('SIGKILL'), longestCommand);
    const outputs = Promise.all([out.until(end), err.until(end), once(program, 'message')]);
    try {
      const [ofOut, ofErr, [message]] = await Promise.race([outputs, ended]);
      const { code, leftOpen } = message as CommandEnd;
      if (leftOpen.length > 0)
        throw new Error(`\`${command.args.join(' ')}\` leaves open: ${leftOpen.join(', ')}`);
      return { code, out: ofOut, err: ofErr };
    } finally {
      clearTimeout(deadline);
    }
  }
  return { run, kill: () => program.kill('SIGKILL') };
}

let host: ReturnType<typeof startHost> | undefined;
afterAll(() => {
  host?.kill();
});

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a command to its end, in a process that runs those of a test file one after the other:
 * loading the program takes longer than most commands.
 */
export function runCommand(
  folder: string,
  args: readonly string[],
  variables: Record<string, string>,
): Promise<CommandResult> {
  const run = async () => {
    host ??= startHost();
    try {
      return await host.run({ folder, args, environment: environmentOf(variables) });
    } catch (error) {
      // Later commands get a new one.
      host?.kill();
      host = undefined;
      throw error;
    }
  };
  const done = last.then(run);
  last = done.catch(() => undefined);
  return done;
}
