import { transformAsync } from '@babel/core';
import react from '@vitejs/plugin-react';

/** Replaces `graphql` texts by what relay-compiler generated. */
const relay = {
  name: 'relay',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.tsx')
      ? transformAsync(code, {
          plugins: [['relay', { eagerEsModules: true }]],
          parserOpts: { plugins: ['typescript', 'jsx'] },
          configFile: false,
          filename: id,
        })
      : undefined,
};

export default { plugins: [relay, react()] };
