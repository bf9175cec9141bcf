import { fileURLToPath } from 'node:url';

/** This folder. */
export const here = fileURLToPath(new URL('.', import.meta.url));

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A module of the built server: the bench uses the product's own database, migrations and start. */
export const fromServer = (name) =>
  import(new URL(`../packages/server/dist/${name}.js`, import.meta.url).href);
