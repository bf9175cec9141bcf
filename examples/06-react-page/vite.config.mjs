// The server lets no other site read it, so the page asks its own address, and Vite hands that on.
//
//   npx vite examples/06-react-page

const target = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000';

export default {
  base: './',
  server: { proxy: { '/graphql': { target, changeOrigin: true } } },
  preview: { proxy: { '/graphql': { target, changeOrigin: true } } },
};
