// Where reading needs a key, it is in CLAIMGRAPH_KEY. Without one, requests are anonymous.
const key = process.env.CLAIMGRAPH_KEY;

export const headers = key ? { authorization: `Bearer ${key}` } : {};
