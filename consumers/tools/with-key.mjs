// Loaded before programs that write with the clients of the recipes, which send no key.
const { fetch } = globalThis;

globalThis.fetch = (address, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${process.env.CLAIMGRAPH_KEY}`);
  return fetch(address, { ...init, headers });
};
