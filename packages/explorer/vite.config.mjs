// `npm run dev -w @claimgraph/explorer` serves the page from its sources. Requests for data go to a
// running server, because the server refuses requests of other sites.

const target = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000';
const proxy = Object.fromEntries(
  ['/graphql', '/export', '/explorer'].map((path) => [path, { target, changeOrigin: true }]),
);

export default {
  base: './',
  // The repository also has React 18, for GraphiQL and an example.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      // TanStack Query marks its files for servers that render React, which this page has not.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
      // What several forms share is one file, which compresses better than four.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'forms', minShareCount: 2, test: /src.(write|judge|said|parts.select)/ },
          ],
        },
      },
    },
  },
  server: { proxy },
};
