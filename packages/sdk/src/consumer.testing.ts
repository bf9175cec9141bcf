import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** The versions of TypeScript that the package supports. */
export const compilers = {
  '5.9': 'typescript-5.9',
  '6.0': 'typescript-6.0',
  '7.0': 'typescript',
} as const;
export type Compiler = keyof typeof compilers;

/** The ways to resolve modules that the package supports. */
export const resolutions = {
  nodenext: { module: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
} as const;

const strictOptions = {
  target: 'es2023',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
};

/** An empty project outside this repository. */
export interface Project {
  folder: string;
  write(files: Record<string, string | object>): void;
  /** Runs a program, and returns its output and exit code. */
  run(command: string, ...args: string[]): Promise<{ code: number; out: string }>;
  /** Compiles files, and returns the compiler's messages. Empty: there are none. */
  compile(compiler: Compiler, options: object, ...files: string[]): Promise<string>;
  /** Links packages of this repository into the project's node_modules. */
  link(...names: string[]): void;
  remove(): void;
}

export function emptyProject(name: string): Project {
  const folder = mkdtempSync(join(tmpdir(), `claimgraph-${name}-`));
  let configs = 0;
  const project: Project = {
    folder,
    write: (files) => {
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(
          join(folder, file),
          typeof content === 'string' ? content : JSON.stringify(content),
        );
      }
    },
    run: (command, ...args) =>
      new Promise((done) => {
        const child = execFile(command, args, { cwd: folder, maxBuffer: 2 ** 26 }, (_, out, err) =>
          done({ code: child.exitCode ?? -1, out: out + err }),
        );
      }),
    compile: async (compiler, options, ...files) => {
      const config = `tsconfig.${++configs}.json`;
      project.write({ [config]: { compilerOptions: { ...strictOptions, ...options }, files } });
      const tsc = join(modules, compilers[compiler], 'bin/tsc');
      return (await project.run(process.execPath, tsc, '-p', config, '--pretty', 'false')).out;
    },
    link: (...names) => {
      for (const each of names) {
        mkdirSync(dirname(join(folder, 'node_modules', each)), { recursive: true });
        symlinkSync(join(modules, each), join(folder, 'node_modules', each), 'junction');
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
  project.write({ 'package.json': { name: 'consumer', private: true, type: 'module' } });
  return project;
}
