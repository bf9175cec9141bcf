import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './house.mjs';

/** Where Node would look for a package from within another, innermost first. */
const places = (from, name) => {
  const inner = from
    .split('/node_modules/')
    .map((_, i, parts) => parts.slice(0, parts.length - i).join('/node_modules/'));
  return [...inner.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
};

/**
 * What package-lock.json names and does not hold. Where the registry lacks one platform's package, npm leaves it out of the lock without
 * a word, and then `npm ci` refuses that lock.
 */
export const missingFromLock = () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).flatMap(
    ([from, { dependencies, optionalDependencies, devDependencies }]) =>
      Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })
        .filter(([name]) => !places(from, name).some((place) => packages[place]))
        .map(
          ([name, range]) =>
            `package-lock.json lacks ${name} ${range}, which ${from || 'the root'} asks for.`,
        ),
  );
};
