import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesIn, root, tool } from './house.mjs';

const generated = (file) => file.includes('/generated/');
const generatedIn = (base) => filesIn('packages', base).filter(generated);

/** Copies everything that codegen reads, but not what it writes, so that it starts from scratch. */
const copyTo = (base) => {
  const settings = ['codegen.yml', 'package.json', 'biome.json', '.gitignore'].filter((file) =>
    existsSync(join(root, file)),
  );
  for (const file of [...settings, ...filesIn('packages').filter((path) => !generated(path))]) {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    cpSync(join(root, file), join(base, file));
  }
  symlinkSync(join(root, 'node_modules'), join(base, 'node_modules'), 'junction');
};

/** Runs codegen in a copy, and compares its output with the committed files. */
export const codegenDrift = () => {
  const base = mkdtempSync(join(tmpdir(), 'claimgraph-codegen-'));
  try {
    copyTo(base);
    const args = [tool('@graphql-codegen/cli', 'graphql-codegen'), '--config', 'codegen.yml'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: base,
      encoding: 'utf8',
    });
    if (status !== 0) return [`${stdout}${stderr}`.trim()];
    const differs = (file) => {
      const [here, there] = [root, base].map((folder) => join(folder, file));
      return (
        !existsSync(here) ||
        !existsSync(there) ||
        readFileSync(here, 'utf8') !== readFileSync(there, 'utf8')
      );
    };
    const files = new Set([...generatedIn(root), ...generatedIn(base)]);
    if (files.size === 0) return ['Codegen wrote no file into a folder called generated.'];
    return [...files]
      .filter(differs)
      .map(
        (file) =>
          `${file} differs from what codegen writes: run npm run codegen and read the diff.`,
      );
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
};
