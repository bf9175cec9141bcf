import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The script behind a package's command, so that no shell and no npm stand between. */
export const tool = (name, command) => {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
};

const notOurs = new Set(['node_modules', 'dist', 'coverage', '.claimgraph', '.git']);

/** All files of ours under a folder, as paths from `base`. */
export const filesIn = (folder, base = root) => {
  const at = join(base, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path, base) : [path];
  });
};
