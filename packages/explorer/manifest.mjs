import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const maker = '@claimgraph/sdk/graphql';
const makerPath = createRequire(import.meta.url)
  .resolve(maker)
  .replace('/cjs/', '/esm/');
const fragments = '@claimgraph/sdk/operations';

/** A module that has any export, and does nothing. */
const anything = 'const any = new Proxy(() => any, { get: () => any }); module.exports = any;';

const makesOperations = (path) => readFileSync(path, 'utf8').includes(`from '${maker}'`);

/** Loads `graphql` so that what it makes is noted, and nothing else than what operations need. */
const onlyOperations = {
  name: 'only-operations',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path, kind, resolveDir, namespace }) => {
      if (kind === 'entry-point' || namespace === 'noted' || path === fragments) return undefined;
      if (path === maker) return { path, namespace: 'noted' };
      const isOfSdk = resolveDir.startsWith(dirname(makerPath));
      const isOwn = path.startsWith('.') && makesOperations(join(resolveDir, path));
      return isOfSdk || isOwn ? undefined : { path, namespace: 'anything' };
    });
    onLoad({ filter: /.*/, namespace: 'anything' }, () => ({ contents: anything }));
    onLoad({ filter: /.*/, namespace: 'noted' }, () => ({
      contents: `
        import { graphql as make } from ${JSON.stringify(makerPath)};
        export * from ${JSON.stringify(makerPath)};
        export const operations = [];
        export function graphql(...source) {
          const made = make(...source);
          if (made.kind) operations.push(made);
          return made;
        }`,
      resolveDir: dirname(makerPath),
    }));
  },
};

/**
 * The manifest of the operations that source files make by `graphql`, in the format of the SDK's
 * manifest. A server that runs only known operations trusts it.
 */
export async function manifestOf(paths) {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    const sources = paths.filter(makesOperations).map((path) => `import ${JSON.stringify(path)};`);
    const outfile = join(folder, 'operations.mjs');
    await build({
      stdin: {
        contents: [...sources, `export { operations } from '${maker}';`].join('\n'),
        resolveDir: dirname(makerPath),
        sourcefile: 'entry.js',
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
      logLevel: 'error',
      plugins: [onlyOperations],
    });
    const { operations } = await import(pathToFileURL(outfile).href);
    return {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: operations
        .map(({ kind, name, text }) => ({
          id: createHash('sha256').update(text).digest('hex'),
          name,
          type: kind,
          body: text,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
