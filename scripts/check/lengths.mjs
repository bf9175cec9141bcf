import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, root } from './house.mjs';

const most = 300;
const code = /\.(ts|tsx|mts|js|mjs|cjs)$/;
const notByHand = /\/(generated|migrations)\//;

/** Files of more lines than a reader holds in mind; what machines write is left aside. */
export const tooLong = () =>
  ['packages', 'scripts', 'examples', 'bench']
    .flatMap((folder) => filesIn(folder))
    .filter((file) => code.test(file) && !notByHand.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${file} has ${lines} lines; ${most} is the most.`);
