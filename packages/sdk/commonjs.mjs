// Part of `npm run build`: marks the files in dist/cjs as CommonJS for Node.
import { writeFileSync } from 'node:fs';

writeFileSync(new URL('dist/cjs/package.json', import.meta.url), '{ "type": "commonjs" }\n');
