import { fileURLToPath } from 'node:url';

/** The folder of the bench. */
export const benchFolder = fileURLToPath(new URL('.', import.meta.url));

/** The root of the repository. */
export const repository = fileURLToPath(new URL('..', import.meta.url));

/**
 * Imports a module of the built server. The bench uses the product's own database code, migrations
 * and start-up.
 */
export const importServer = (name) =>
  import(new URL(`../packages/server/dist/${name}.js`, import.meta.url).href);
