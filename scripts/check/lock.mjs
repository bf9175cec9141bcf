import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './house.mjs';

/** The folders where Node looks for a package from inside another one, innermost first. */
const places = (from, name) => {
  const inner = from
    .split('/node_modules/')
    .map((_, i, parts) => parts.slice(0, parts.length - i).join('/node_modules/'));
  return [...inner.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
};

/**
 * Packages that package-lock.json refers to but does not contain. If the registry lacks the package
 * of one platform, npm omits it from the lock file silently, and then `npm ci` refuses that file.
 */
export const missingFromLock = () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).flatMap(
    ([from, { dependencies, optionalDependencies, devDependencies }]) =>
      Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })
        .filter(([name]) => !places(from, name).some((place) => packages[place]))
        .map(
          ([name, range]) =>
            `package-lock.json lacks ${name} ${range}, which ${from || 'the root'} requires.`,
        ),
  );
};
