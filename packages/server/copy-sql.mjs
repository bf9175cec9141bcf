// Part of `npm run build`: copies the .sql files of the routines from src to dist beside what tsc
// writes.
import { cpSync, lstatSync } from 'node:fs';

cpSync(new URL('src', import.meta.url), new URL('dist', import.meta.url), {
  recursive: true,
  filter: (path) =>
    !path.endsWith('__sql__') && (path.endsWith('.sql') || lstatSync(path).isDirectory()),
});
