import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';
import { inheritedEnvironment } from '../config.ts';
import type { HostedCommand } from '../testing/command-host.ts';

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

/** The process that runs the commands of a test file. */
let host: ReturnType<typeof startHost> | undefined;
afterAll(() => {
  host?.program.kill();
});

const startHost = () => {
  // The type of `spawn` does not know what a fourth channel leaves of the others.
  const program = spawn(process.execPath, [hostProgram], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  }) as unknown as ChildProcessByStdio<null, Readable, Readable>;
  const died = once(program, 'exit').then((): never => {
    throw new Error('A command ended the process that runs commands.');
  });
  died.catch(() => undefined);
  return { program, died };
};

/** The end of the outputs of a command. */
const end = '\0end of the command\0';

/** What a stream says until the end of the command. */
const textUntilEnd = (stream: Readable): Promise<string> =>
  new Promise((settle) => {
    let text = '';
    const listen = (part: string) => {
      text += part;
      if (!text.endsWith(end)) return;
      stream.off('data', listen);
      settle(text.slice(0, -end.length));
    };
    stream.setEncoding('utf8').on('data', listen);
  });

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a command to its end, in a process that runs those of a test file one after the other: to
 * load the program takes longer than most commands.
 */
export function runCommand(
  folder: string,
  args: readonly string[],
  variables: Record<string, string>,
): Promise<{ code: number; out: string; err: string }> {
  const run = async () => {
    host ??= startHost();
    const { program, died } = host;
    const hosted: HostedCommand = { folder, args, environment: environmentOf(variables), end };
    program.send(hosted);
    const outputs = Promise.all([
      textUntilEnd(program.stdout),
      textUntilEnd(program.stderr),
      once(program, 'message'),
    ]);
    const [out, err, [code]] = await Promise.race([outputs, died]);
    return { code: code as number, out, err };
  };
  const done = last.then(run);
  last = done.catch(() => undefined);
  return done;
}
