// The server refuses requests from other sites. So the page calls its own address, and Vite
// forwards the requests to the server.
//
//   npx vite examples/06-react-page

const target = process.env.CLAIMGRAPH_URL ?? 'http://localhost:4000';

export default {
  base: './',
  server: { proxy: { '/graphql': { target, changeOrigin: true } } },
  preview: { proxy: { '/graphql': { target, changeOrigin: true } } },
};
