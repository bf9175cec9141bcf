export default {
  build: {
    ssr: 'worker.mjs',
    rolldownOptions: { output: { entryFileNames: 'bundle.mjs' } },
  },
  ssr: { target: 'webworker', noExternal: true },
};
