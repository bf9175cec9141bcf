import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-5.9';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../../../', import.meta.url));

const skippedFolders = new Set([
  'node_modules',
  'dist',
  'generated',
  'recorded',
  '.git',
  '.claimgraph',
]);

/** Paths of the files written by hand below a folder of the repository, sorted. */
export const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return skippedFolders.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path);
    })
    .sort();

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);

export const isForTests = (path: string): boolean => /(^|\/)testing\/|\.test(ing)?\.ts$/.test(path);

export const syntaxOf = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
