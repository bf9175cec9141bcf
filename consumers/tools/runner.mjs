import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers } from '../../scripts/sample-server.mjs';

const here = fileURLToPath(new URL('../', import.meta.url));
const modules = join(here, 'node_modules');

const compilerOptions = [
  ...['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', '--target', 'es2023'],
  ...['--module', 'nodenext', '--lib', 'es2023,dom,dom.iterable', '--types', 'node'],
  ...['--typeRoots', join(modules, '@types')],
];

/** How a check runs programs. `end` ends those that still run. */
export function createRunner(folder) {
  const children = new Set();
  const start = (command, args, env) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const program = { child, out: '', ended: new Promise((done) => child.once('close', done)) };
    children.add(program);
    child.once('close', () => children.delete(program));
    child.on('error', (error) => (program.out += error.message));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => (program.out += part));
    return program;
  };

  /** Runs a program to its end. Returns its exit code and output. */
  const attempt = async (command, args, env) => {
    const program = start(command, args, env);
    const timer = setTimeout(() => program.child.kill(), 240_000);
    const code = await program.ended;
    clearTimeout(timer);
    return { code, out: program.out };
  };

  /** Runs a program that must succeed. Returns its output. */
  const run = async (command, args, env) => {
    const { code, out } = await attempt(command, args, env);
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${out}`);
    return out.trim();
  };

  return {
    attempt,
    run,
    /** Runs the command of a package, by its path in node_modules, with Node. */
    tool: (path, args, env) => run(process.execPath, [join(modules, path), ...args], env),
    /** Checks the types of TypeScript files, and compiles them for Node beside themselves. */
    compile: (...files) =>
      run(process.execPath, [join(modules, 'typescript/bin/tsc'), ...compilerOptions, ...files]),
    /** The same as `tool` for a command that may fail. */
    attemptTool: (path, args) => attempt(process.execPath, [join(modules, path), ...args]),
    /** Starts a server, and waits until it answers at the address. */
    serve: async (command, args, address, env) => {
      const program = start(command, args, env);
      if (!(await answers(address, program.ended)))
        throw new Error(`Nothing answers at ${address}:\n${program.out}`);
    },
    /** Writes the code blocks of docs/recipes.md with these file names, for the address `url`. */
    writeRecipes: (url, ...names) => {
      for (const name of names) writeFileSync(join(folder, name), recipe(name, url));
    },
    end: async () => {
      const programs = [...children];
      for (const { child } of programs) child.kill();
      await Promise.all(programs.map(({ ended }) => ended));
    },
  };
}

/** The path of a program that a package ships for this platform; undefined if there is none. */
export const shippedProgram = (...paths) =>
  paths.map((path) => join(modules, path)).find((path) => existsSync(path));

/** The path of a file in the consumers' node_modules. */
export const moduleFile = (path) => join(modules, path);

function recipe(name, url) {
  const page = readFileSync(join(here, '../docs/recipes.md'), 'utf8');
  const block = [...page.matchAll(/^```\w+ (\S+)\n([\s\S]*?)\n```$/gm)].find(
    ([, file]) => file === name,
  );
  if (!block) throw new Error(`docs/recipes.md has no block named ${name}.`);
  // The SDK is installed in the folder above, for all consumers.
  return `${block[2]}\n`
    .replaceAll('http://localhost:4000/graphql', url)
    .replaceAll('./node_modules/', '../node_modules/');
}
