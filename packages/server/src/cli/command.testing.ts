import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment } from '../config.ts';

const command = fileURLToPath(new URL('../../bin/claimgraph.mjs', import.meta.url));

/** Starts a command as a person would, in a folder, with only these variables set. */
export const startCommand = (
  folder: string,
  args: readonly string[],
  variables: Record<string, string>,
) => {
  const { PORT, HOST, NODE_OPTIONS, ...inherited } = inheritedEnvironment();
  return spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...inherited, ...variables },
  });
};

/** Runs a command to its end. */
export async function runCommand(
  folder: string,
  args: readonly string[],
  variables: Record<string, string>,
) {
  const child = startCommand(folder, args, variables);
  child.stdin.end();
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number, out, err };
}
