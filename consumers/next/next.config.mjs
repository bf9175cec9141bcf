import { fileURLToPath } from 'node:url';

// The packages are in the folder that this one was copied into, and in the one above that.
const root = fileURLToPath(new URL('../..', import.meta.url));

export default { turbopack: { root }, outputFileTracingRoot: root };
