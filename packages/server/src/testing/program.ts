import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adminKeyPath } from '../access/admin-key.ts';
import { newSecret } from '../access/api-key.ts';
import { inheritedEnvironment } from '../config.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const commandLine = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const programs = new Set<ChildProcess>();
const folders = new Set<string>();

/** Ends the programs that a failed test has left running, and removes their folders. */
export async function endPrograms(): Promise<void> {
  // PostgreSQL ends with each.
  const running = [...programs].filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  );
  await Promise.all(running.map((program) => program.kill('SIGKILL') && once(program, 'exit')));
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Makes an empty folder. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-program-'));
  folders.add(folder);
  return folder;
};

const adminKey = newSecret('key');
/** The headers of an admin, for programs that run in a folder of {@link newKeyedFolder}. */
export const asAdmin = { authorization: `Bearer ${adminKey}` };

/** Makes a folder that has an admin key already. */
export function newKeyedFolder(): string {
  const folder = newFolder();
  const home = join(folder, '.claimgraph');
  mkdirSync(home);
  writeFileSync(adminKeyPath(home), `${adminKey}\n`, { mode: 0o600 });
  return folder;
}

/**
 * Settings of a server that has a free port, answers nobody without a key, and lets each request
 * spend points.
 */
export const keyedOnly = {
  PORT: '0',
  CLAIMGRAPH_PUBLIC_READ: '0',
  CLAIMGRAPH_POINTS: '100000000',
};

/** Runs the command line in a folder. */
export const launchCommand = (
  folder: string,
  args: readonly string[],
  variables: Record<string, string> = {},
) => launch(folder, variables, [commandLine, ...args]);

/** Starts the program in a folder, as a person would, with only these variables set. */
export const launch = (
  folder: string,
  variables: Record<string, string> = {},
  args: readonly string[] = [main],
) => {
  const { PORT, HOST, NODE_OPTIONS, ...inherited } = inheritedEnvironment();
  const program = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...inherited, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  programs.add(program);
  const output = { out: '', err: '' };
  program.stderr.setEncoding('utf8').on('data', (text) => {
    output.err += text;
  });
  const ended = once(program, 'close').then(([code]) => ({
    code: code as number | null,
    ...output,
  }));
  /** Resolves to the URL of GraphQL when the welcome has been printed. */
  const ready = new Promise<string>((settle, refuse) => {
    program.stdout.setEncoding('utf8').on('data', (text) => {
      output.out += text;
      const [, url] = output.out.match(/GraphQL +(\S+).*\nTry: [^\n]*\n/s) ?? [];
      if (url) settle(url);
    });
    void ended.then(({ code, out, err }) =>
      refuse(new Error(`it ended with ${code}: ${out}${err}`)),
    );
  });
  ready.catch(() => undefined);
  const end = (signal: NodeJS.Signals) => {
    program.kill(signal);
    return ended;
  };
  return { program, output, ready, ended, end };
};

/** Every process whose command line has the folder: PostgreSQL and its guard. */
export const processesOf = (folder: string) =>
  spawnSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(folder));
