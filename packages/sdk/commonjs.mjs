// Part of `npm run build`: tells Node that what tsc wrote into dist/cjs is CommonJS.
import { writeFileSync } from 'node:fs';

writeFileSync(new URL('dist/cjs/package.json', import.meta.url), '{ "type": "commonjs" }\n');
